import { AppError } from "@/server/foundation/errors";
import { newId, sha256 } from "@/server/foundation/ids";
import type { Clock } from "@/server/foundation/clock";
import type { Db } from "@/db/client";
import type { InvitationState, Role } from "./accounts.schema";
import { invitationState } from "./invitation-state";
import {
  findInvitationByHash,
  insertInvitation,
  revokeSetUpLinks,
  takeInvitation,
  type InvitationRow,
} from "./invitations.repo";
import { newToken } from "./one-time-token";
import { administratorHasPassword, findUser } from "./people.repo";

interface Deps {
  readonly db: Db;
  readonly clock: Clock;
}

const SET_UP_LASTS_MS = 24 * 60 * 60_000;

/**
 * A new link for the first administrator, which takes the place of every earlier one; null once an administrator has a
 * password. Only its hash is kept.
 */
export function issueSetUpToken({ db, clock }: Deps): string | null {
  const now = clock.now();
  const { token, tokenHash } = newToken();
  return db.transaction(() => {
    revokeSetUpLinks(db, now);
    if (administratorHasPassword(db)) return null;
    insertInvitation(db, {
      id: newId("link", now),
      tokenHash,
      kind: "set-up",
      role: "admin",
      label: "first administrator",
      createdAt: now,
      expiresAt: now + SET_UP_LASTS_MS,
    });
    return token;
  });
}

export interface LinkView {
  readonly state: InvitationState;
  readonly kind: InvitationRow["kind"] | null;
  readonly role: Role | null;
  /** Who invites. */
  readonly invitedBy: string | null;
}

/** What a link is good for, for the page that it opens; of one that is not open any more, only why. */
export function readLink({ db, clock }: Deps, { token }: { readonly token: string }): LinkView {
  const row = findInvitationByHash(db, sha256(token));
  const state = invitationState(row, clock.now());
  if (row === undefined || state !== "open") return { state, kind: null, role: null, invitedBy: null };
  const by = row.createdBy === null ? undefined : findUser(db, row.createdBy);
  return { state, kind: row.kind, role: row.role, invitedBy: by?.name ?? null };
}

const CLOSED: Readonly<Record<InvitationState, string>> = {
  open: "This link is for something else.",
  used: "This link was used already. Each is good for one person, once.",
  revoked: "This link was taken back.",
  expired: "This link is too old.",
  unknown: "There is no such link. It may have been cut when it was copied.",
};

const FIXES = {
  "set-up": "Start the app again: the terminal prints a new link.",
  invite: "Ask an administrator for a new one.",
} as const;

interface Link {
  readonly token: string;
  readonly kind: InvitationRow["kind"];
}

/** @throws AppError where the link is not open; before costly work, and again where it is taken */
export function expectOpenLink({ db, clock }: Deps, { token, kind }: Link): void {
  const row = findInvitationByHash(db, sha256(token));
  const state = invitationState(row, clock.now());
  if (state !== "open" || row?.kind !== kind) throw closed(state, kind);
}

/** Uses a link up. @throws AppError where it is not open any more */
export function takeLink({ db, clock }: Deps, { token, kind }: Link): InvitationRow {
  const now = clock.now();
  const tokenHash = sha256(token);
  const taken = takeInvitation(db, { kind, tokenHash, now });
  if (taken === undefined) throw closed(invitationState(findInvitationByHash(db, tokenHash), now), kind);
  return taken;
}

function closed(state: InvitationState, kind: InvitationRow["kind"]): AppError {
  return new AppError("forbidden", CLOSED[state], { fix: FIXES[kind] });
}
