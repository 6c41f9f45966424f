import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { APIError } from "better-auth/api";
import type { Db } from "@/db/client";
import { accounts, rateLimits, sessions, users, verifications } from "@/db/schema";
import type { Clock } from "@/server/foundation/clock";
import type { Env } from "@/server/foundation/env";
import { newId, sha256 } from "@/server/foundation/ids";
import type { Logger } from "@/server/foundation/logger";
import { authSecret } from "./auth-secret";
import { findUser } from "./people.repo";

/** What accounts need of a process. */
export interface AccountsDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly env: Env;
  readonly logger: Logger;
}

const MONTH_S = 30 * 24 * 60 * 60;
/** Sign-ins from one address; an office of many people is one address. */
const SIGN_INS = { window: 60, max: 20 };

const instances = new WeakMap<Db, ReturnType<typeof open>>();

/** better-auth over this database: e-mail and password, sessions in the database, sign-up closed. */
export function authOf(deps: AccountsDeps): ReturnType<typeof open> {
  const known = instances.get(deps.db);
  if (known !== undefined) return known;
  const auth = open(deps);
  instances.set(deps.db, auth);
  return auth;
}

function open({ db, env, logger }: AccountsDeps) {
  const secret = authSecret(env);
  const origin = env.origin ?? `http://${env.host}:${env.port}`;
  return betterAuth({
    appName: "SPHERE Workbench",
    baseURL: origin,
    basePath: "/api/auth",
    secret,
    database: drizzleAdapter(db, {
      provider: "sqlite",
      schema: {
        user: users,
        session: sessions,
        account: accounts,
        verification: verifications,
        rateLimit: rateLimits,
      },
    }),
    emailAndPassword: { enabled: true, disableSignUp: true },
    // A page rendered on the server cannot prolong a cookie: a session lasts a month, used or not.
    session: { expiresIn: MONTH_S, disableSessionRefresh: true, cookieCache: { enabled: false } },
    rateLimit: { enabled: true, storage: "database", customRules: { "/sign-in/email": SIGN_INS } },
    // The server has compared them before (request-guard.ts); the app is reached by several names of one machine.
    trustedOrigins: (request) => [request?.headers.get("origin") ?? origin],
    databaseHooks: {
      session: {
        create: {
          before: (session) => {
            if (findUser(db, session.userId)?.disabledAt !== null) {
              throw new APIError("FORBIDDEN", { message: "An administrator has disabled this account." });
            }
            return Promise.resolve();
          },
        },
      },
    },
    advanced: {
      // Browsers do not tell cookies of two ports apart; two workbenches on one machine must not sign each other out.
      cookiePrefix: `sphere-${sha256(secret).slice(0, 8)}`,
      useSecureCookies: origin.startsWith("https://"),
      ipAddress: { ipAddressHeaders: ["x-forwarded-for"] },
      database: { generateId: ({ model }) => newId(model) },
    },
    telemetry: { enabled: false },
    logger: {
      level: "error",
      log: (_level, message) => {
        logger.error({ message }, "sign-in");
      },
    },
  });
}
