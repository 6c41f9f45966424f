import { signIn } from "./auth-requests";
import { signInPath } from "./return-path";

/** Signs in with the password that was just chosen, and goes on; where that fails, to the sign-in page. */
export async function enter(
  credentials: { readonly email: string; readonly password: string },
  next: string,
) {
  const refused = await signIn(credentials);
  window.location.assign(refused === null ? next : signInPath(next));
}
