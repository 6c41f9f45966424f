/**
 * `server/trpc` is the edge: it parses input, calls one service, and maps errors. No rule lives here.
 */
import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import { mayAct, type Role } from "@/server/accounts/accounts.schema";
import { recordChange } from "@/server/accounts/audit.repo";
import { auditedInput } from "@/server/accounts/audited-input";
import { AppError, type AppErrorCode } from "@/server/foundation/errors";
import type { Context } from "./context";

const transportCode = {
  "invalid-input": "BAD_REQUEST",
  "not-found": "NOT_FOUND",
  conflict: "CONFLICT",
  forbidden: "FORBIDDEN",
  unavailable: "SERVICE_UNAVAILABLE",
} as const satisfies Record<AppErrorCode, TRPCError["code"]>;

/** Who may call a procedure; every procedure says so, and `access.test.ts` walks them all. */
interface Access {
  /** `anyone`: also a person who has not signed in. */
  readonly role: Role | "anyone";
}

const t = initTRPC
  .context<Context>()
  .meta<Access>()
  .create({
    transformer: superjson,
    sse: {
      maxDurationMs: 5 * 60_000,
      ping: { enabled: true, intervalMs: 3_000 },
      client: { reconnectAfterInactivityMs: 8_000 },
    },
    errorFormatter({ shape, error }) {
      const app = error.cause instanceof AppError ? error.cause : null;
      const hidden = error.code === "INTERNAL_SERVER_ERROR";
      return {
        ...shape,
        message: hidden ? "Something went wrong on the server. Its log has the details." : shape.message,
        data: {
          code: shape.data.code,
          httpStatus: shape.data.httpStatus,
          path: shape.data.path,
          field: app?.field ?? null,
          fix: app?.fix ?? null,
        },
      };
    },
  });

/** Turns a domain error into a transport code; logs what is not a person's mistake. */
const mapErrors = t.middleware(async ({ ctx, next, path }) => {
  const result = await next();
  if (result.ok) return result;
  const { cause } = result.error;
  if (cause instanceof AppError) {
    throw new TRPCError({ code: transportCode[cause.code], message: cause.message, cause });
  }
  if (result.error.code === "INTERNAL_SERVER_ERROR")
    ctx.logger.error({ err: cause, path }, "procedure failed");
  return result;
});

const base = t.procedure.use(mapErrors);

/** Writes each change with its actor into the audit log. What people decide has a log of its own: review acts. */
const audit = t.middleware(async ({ ctx, type, path, getRawInput, next }) => {
  const result = await next();
  if (type !== "mutation" || !result.ok) return result;
  recordChange(ctx.db, {
    at: ctx.clock.now(),
    actorId: ctx.actor?.id ?? null,
    actorName: ctx.actor?.name ?? "nobody signed in",
    action: path,
    input: auditedInput(await getRawInput()),
  });
  return result;
});

function unloggedFor(role: Role) {
  return base.meta({ role }).use(({ ctx, next }) => {
    const { actor } = ctx;
    if (actor === null) {
      throw new TRPCError({ code: "UNAUTHORIZED", message: "Sign in first." });
    }
    if (!mayAct(actor.role, role)) {
      throw new TRPCError({
        code: "FORBIDDEN",
        message: `This needs the role ${role}; yours is ${actor.role}.`,
      });
    }
    return next({ ctx: { ...ctx, actor } });
  });
}

export const router = t.router;
/** Procedures by who may call them. */
export const procedures = {
  anyone: base.meta({ role: "anyone" }).use(audit),
  reader: unloggedFor("reader").use(audit),
  annotator: unloggedFor("annotator").use(audit),
  runner: unloggedFor("runner").use(audit),
  admin: unloggedFor("admin").use(audit),
  /** For what has its own append-only log, or is no change that anybody would look up: leases, preferences. */
  unlogged: { reader: unloggedFor("reader"), annotator: unloggedFor("annotator") },
};
export const createCallerFactory = t.createCallerFactory;
