import { signInPath } from "./return-path";

/** Leaves for the sign-in page, which leads back here: the session has ended while the page was open. */
export function goToSignIn(): void {
  const { pathname, search, hash } = window.location;
  window.location.assign(signInPath(`${pathname}${search}${hash}`));
}
