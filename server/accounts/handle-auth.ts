import { signInSchema, type Actor } from "./accounts.schema";
import { recordAct } from "./audit.service";
import { authOf, type AccountsDeps } from "./better-auth";
import { findActor } from "./find-actor";
import { findUserByEmail } from "./people.repo";
import { SIGNED_IN, SIGNED_OUT, SIGN_IN_REFUSED } from "./sign-in-events";

const LONGEST_BODY = 4_096;

/**
 * What of better-auth is reached by HTTP: sign-in and sign-out. Everything else that people do with their accounts goes
 * through tRPC, where it has a role and a line in the audit log; these two write theirs here.
 */
export async function handleAuth(deps: AccountsDeps, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (request.method === "POST" && pathname === "/api/auth/sign-in/email") return signIn(deps, request);
  if (request.method === "POST" && pathname === "/api/auth/sign-out") return signOut(deps, request);
  return refusal(404, "There is nothing at this address.");
}

async function signIn(deps: AccountsDeps, request: Request): Promise<Response> {
  if (!(Number(request.headers.get("content-length") ?? Number.NaN) <= LONGEST_BODY)) {
    return refusal(413, "An e-mail address and a password are shorter than that.");
  }
  const sent = signInSchema.safeParse(await request.json().catch(() => null));
  if (!sent.success) {
    return refusal(400, sent.error.issues[0]?.message ?? "Write an e-mail address and a password.");
  }
  const { email, password } = sent.data;
  const response = await authOf(deps).handler(
    new Request(request.url, {
      method: "POST",
      headers: request.headers,
      body: JSON.stringify({ email, password }),
    }),
  );
  const person = findUserByEmail(deps.db, email) ?? null;
  if (response.ok) {
    recordAct({ ...deps, actor: person }, SIGNED_IN, null);
    // The cookie is all that the browser needs; better-auth's body would hand the session's token to the page's scripts.
    return new Response(null, { status: 204, headers: cookiesOf(response) });
  }
  // An address that nobody has is not kept: people type their passwords into the wrong field.
  if (response.status !== 429) {
    recordAct({ ...deps, actor: null }, SIGN_IN_REFUSED, { email: person?.email ?? "(nobody's)" });
  }
  return response;
}

async function signOut(deps: AccountsDeps, request: Request): Promise<Response> {
  const actor: Actor | null = await findActor(deps, request.headers);
  const response = await authOf(deps).handler(request);
  if (response.ok && actor?.sessionId !== undefined) recordAct({ ...deps, actor }, SIGNED_OUT, null);
  return response;
}

function cookiesOf(response: Response): Headers {
  const headers = new Headers();
  for (const cookie of response.headers.getSetCookie()) headers.append("set-cookie", cookie);
  return headers;
}

function refusal(status: number, message: string): Response {
  return Response.json({ message }, { status });
}
