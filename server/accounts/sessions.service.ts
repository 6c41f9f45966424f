import type { z } from "zod";
import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import { AppError } from "@/server/foundation/errors";
import type { Actor, sessionIdSchema } from "./accounts.schema";
import { deleteSession, listLiveSessions } from "./sessions.repo";
import { browserWords } from "./browser-words";

interface Deps {
  readonly db: Db;
  readonly clock: Clock;
  readonly actor: Actor;
}

export interface SessionView {
  readonly id: string;
  /** The one that asks. */
  readonly current: boolean;
  readonly since: number;
  readonly expiresAt: number;
  readonly address: string | null;
  /** Browser and system in plain words. */
  readonly browser: string;
}

/** Where I am signed in, the newest first. */
export function readSessions({ db, clock, actor }: Deps): SessionView[] {
  return listLiveSessions(db, actor.id, clock.now()).map((session) => ({
    id: session.id,
    current: session.id === actor.sessionId,
    since: session.createdAt.getTime(),
    expiresAt: session.expiresAt.getTime(),
    address: session.ipAddress === "" ? null : session.ipAddress,
    browser: browserWords(session.userAgent ?? ""),
  }));
}

/** Signs me out in another browser, or in this one. */
export function revokeSession(
  { db, actor }: Pick<Deps, "db" | "actor">,
  { sessionId }: z.infer<typeof sessionIdSchema>,
): void {
  if (deleteSession(db, actor.id, sessionId)) return;
  throw new AppError("not-found", "You have no such session.", { fix: "It may have ended by itself." });
}
