import type { Route } from "next";

const HERE = "http://here.invalid";
/** Pages that one does not come back to after signing in. */
const WAYS_IN = /^\/(sign-in|set-up|join|new-password)(\/|$)/;

/**
 * Where to go after signing in: the path that was asked for where it is one of this app, else home. An address of
 * another site, in whatever disguise (`//evil.example`, `/\evil.example`, `https:evil.example`), leads home.
 */
export function returnPath(asked: string | readonly string[] | undefined): Route {
  if (typeof asked !== "string" || !asked.startsWith("/") || !URL.canParse(asked, HERE)) return "/";
  const { origin, pathname, search, hash } = new URL(asked, HERE);
  if (origin !== HERE || pathname.startsWith("//") || WAYS_IN.test(pathname)) return "/";
  const path = `${pathname}${search}${hash}`;
  return isPath(path) ? path : "/";
}

function isPath(path: string): path is Route {
  return path.startsWith("/");
}

/** The sign-in page, which leads back to `path`. */
export function signInPath(path: string): `/sign-in?${string}` | "/sign-in" {
  const back = returnPath(path);
  return back === "/" ? "/sign-in" : `/sign-in?${new URLSearchParams({ return: back }).toString()}`;
}
