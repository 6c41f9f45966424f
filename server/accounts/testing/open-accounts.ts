import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { openTestDatabase } from "@/db/testing";
import { readEnv } from "@/server/foundation/env";
import { createLogger } from "@/server/foundation/logger";
import { createCallerFactory, router } from "@/server/trpc/init";
import { accountsRouter } from "@/server/trpc/routers/accounts";
import type { Actor, Role } from "../accounts.schema";
import { findActor } from "../find-actor";
import { handleAuth } from "../handle-auth";
import { issueSetUpToken } from "../one-time-links.service";
import { findUserByEmail } from "../people.repo";

export const ADA = { name: "Ada", email: "ada@example.org", password: "a long password" };
export const BOB = { name: "Bob", email: "bob@example.org", password: "another password" };
export const DAY_MS = 24 * 60 * 60_000;

const HOST = "127.0.0.1:3000";

/** The headers of a browser on this machine, which may have cookies. */
function browser(cookie?: string): Headers {
  const headers = new Headers({
    host: HOST,
    origin: `http://${HOST}`,
    "x-forwarded-for": "127.0.0.1",
    "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  });
  if (cookie !== undefined) headers.set("cookie", cookie);
  return headers;
}

/** People on a database of their own, with the ways in that a browser has. */
export function openAccounts(settings: NodeJS.ProcessEnv = { NODE_ENV: "test" }) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), "sphere-accounts-"));
  const { db, sqlite } = openTestDatabase();
  // Sessions end by the machine's clock, which is better-auth's; what is ours ends by this one.
  let ahead = 0;
  const clock = { now: () => Date.now() + ahead, sleep: () => Promise.resolve() };
  const env = readEnv({ SPHERE_HOME: home, ...settings });
  const deps = { db, clock, env, logger: createLogger("test", "silent") };
  // As in the app, so that the audit log names actions as it does there.
  const createCaller = createCallerFactory(router({ accounts: accountsRouter }));

  async function post(address: string, body: unknown, cookie?: string): Promise<Response> {
    const text = JSON.stringify(body);
    const headers = browser(cookie);
    headers.set("content-type", "application/json");
    headers.set("content-length", String(text.length));
    return handleAuth(
      deps,
      new Request(`http://${HOST}/api/auth${address}`, { method: "POST", headers, body: text }),
    );
  }

  const signIn = (email: string, password: string) => post("/sign-in/email", { email, password });
  const as = (actor: Actor | null) => createCaller({ ...deps, actor }).accounts;
  const asCookie = async (cookie: string) => as(await findActor(deps, browser(cookie)));

  function setUpToken(): string {
    const token = issueSetUpToken(deps);
    if (token === null) throw new Error("There is no set-up link.");
    return token;
  }

  return {
    db,
    deps,
    home,
    as,
    /** The caller of whoever has this cookie. */
    with: asCookie,
    post,
    signIn,
    setUpToken,
    /** Sets the administrator up and signs in; their cookie. */
    async signedInAda(): Promise<string> {
      await as(null).setUp({ token: setUpToken(), ...ADA });
      return cookieOf(await signIn(ADA.email, ADA.password));
    },
    /** Invites a person who joins and signs in; their cookie. */
    async signedInBob(ada: string, role: Role = "annotator"): Promise<string> {
      const { token } = await (await asCookie(ada)).invite({ role, label: "Bob" });
      await as(null).join({ token, ...BOB });
      return cookieOf(await signIn(BOB.email, BOB.password));
    },
    idOf(email: string): string {
      const row = findUserByEmail(db, email);
      if (row === undefined) throw new Error(`Nobody has ${email}.`);
      return row.id;
    },
    whoHas: (cookie?: string) => findActor(deps, browser(cookie)),
    pass(ms: number) {
      ahead += ms;
    },
    close() {
      sqlite.close();
      fs.rmSync(home, { recursive: true, force: true });
    },
  };
}

/** What a browser sends back of the cookies that it was given. */
export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0] ?? "")
    .join("; ");
}
