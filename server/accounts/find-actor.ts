import type { Actor } from "./accounts.schema";
import { authOf, type AccountsDeps } from "./better-auth";
import { localAdministrator } from "./local-administrator";
import { isLoopbackHost, isLoopbackName, staysOnLoopback } from "./loopback";
import { findUser } from "./people.repo";

/**
 * Who sends a request with these headers: the session's person, else the one person of a laptop, else nobody. Somebody
 * who is disabled is nobody, whatever their browser kept.
 */
export async function findActor(deps: AccountsDeps, headers: Headers): Promise<Actor | null> {
  return (await signedIn(deps, headers)) ?? (isLocal(deps, headers) ? localAdministrator(deps) : null);
}

async function signedIn(deps: AccountsDeps, headers: Headers): Promise<Actor | null> {
  if (!headers.has("cookie")) return null;
  const found = await authOf(deps).api.getSession({ headers });
  if (found === null) return null;
  const user = findUser(deps.db, found.user.id);
  if (user === undefined || user.disabledAt !== null) return null;
  return { id: user.id, name: user.name, role: user.role, sessionId: found.session.id };
}

/**
 * Whether the request can only come from this machine: the server listens on loopback, the name asked for is loopback's
 * (a foreign name may resolve to it), and so is the address of who asks (a proxy on this machine may carry others).
 */
function isLocal({ env }: AccountsDeps, headers: Headers): boolean {
  return (
    staysOnLoopback(env) &&
    isLoopbackHost(headers.get("host") ?? "") &&
    isLoopbackName(headers.get("x-forwarded-for") ?? "")
  );
}
