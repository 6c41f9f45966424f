/**
 * `server/trpc` is the edge: it parses input, calls one service, and maps errors. No rule lives here.
 */
import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import { AppError, type AppErrorCode } from "@/server/foundation/errors";
import type { Context } from "./context";

const transportCode = {
  "invalid-input": "BAD_REQUEST",
  "not-found": "NOT_FOUND",
  conflict: "CONFLICT",
  forbidden: "FORBIDDEN",
  unavailable: "SERVICE_UNAVAILABLE",
} as const satisfies Record<AppErrorCode, TRPCError["code"]>;

const t = initTRPC.context<Context>().create({
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

export const router = t.router;
export const procedure = t.procedure.use(mapErrors);
export const createCallerFactory = t.createCallerFactory;
