import type { z } from "zod";
import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import { AppError } from "@/server/foundation/errors";
import { newId } from "@/server/foundation/ids";
import type { Env } from "@/server/foundation/env";
import type { Actor, InvitationState, inviteSchema, Role } from "./accounts.schema";
import { invitationState } from "./invitation-state";
import { findInvitation, insertInvitation, listInvitations, revokeInvitation } from "./invitations.repo";
import { newToken } from "./one-time-token";
import { administratorHasPassword, listUsers } from "./people.repo";

interface Deps {
  readonly db: Db;
  readonly clock: Clock;
  readonly actor: Actor;
  readonly env: Pick<Env, "origin">;
}

const DAY_MS = 24 * 60 * 60_000;
const MOST_LISTED = 200;

/** The link of a new invitation; the token is told here once and never again. */
export interface NewInvitation {
  readonly id: string;
  readonly token: string;
  /** The address that the link begins with; null: the one by which the page itself was reached. */
  readonly origin: string | null;
  readonly expiresAt: number;
}

/**
 * Invites a person by a link.
 * @throws AppError while the administrator has no password: two people on one laptop need one to be told apart
 */
export function invite(
  { db, clock, actor, env }: Deps,
  { role, label, days }: z.infer<typeof inviteSchema>,
): NewInvitation {
  if (!administratorHasPassword(db)) {
    throw new AppError("conflict", "You have no password yet, so the app could not tell two people apart.", {
      fix: "Choose one under Settings, Your account. Then invite.",
    });
  }
  const now = clock.now();
  const { token, tokenHash } = newToken();
  const id = newId("link", now);
  const expiresAt = now + days * DAY_MS;
  insertInvitation(db, {
    id,
    tokenHash,
    kind: "invite",
    role,
    label,
    createdBy: actor.id,
    createdAt: now,
    expiresAt,
  });
  return { id, token, origin: env.origin ?? null, expiresAt };
}

export interface InvitationView {
  readonly id: string;
  readonly role: Role;
  readonly label: string;
  readonly state: InvitationState;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly createdBy: string | null;
  readonly usedBy: string | null;
}

/** The last 200 invitations, newest first; never their tokens. */
export function readInvitations({ db, clock }: Pick<Deps, "db" | "clock">): InvitationView[] {
  const names = new Map(listUsers(db).map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
  const now = clock.now();
  return listInvitations(db, MOST_LISTED).map((row) => ({
    id: row.id,
    role: row.role,
    label: row.label,
    state: invitationState(row, now),
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    createdBy: nameOf(row.createdBy),
    usedBy: nameOf(row.usedBy),
  }));
}

/** Takes an open invitation back. */
export function revoke(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { invitationId }: { readonly invitationId: string },
): void {
  if (revokeInvitation(db, invitationId, clock.now())) return;
  const row = findInvitation(db, invitationId);
  if (row === undefined) throw new AppError("not-found", "There is no such invitation.");
  throw new AppError("conflict", "This invitation is not open any more.", {
    fix:
      row.usedAt === null
        ? "Nothing is left to take back."
        : "Somebody came in by it: disable them in the list of people instead.",
  });
}
