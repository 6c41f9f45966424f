import type { InvitationState } from "./accounts.schema";
import type { InvitationRow } from "./invitations.repo";

type Stamps = Pick<InvitationRow, "usedAt" | "revokedAt" | "expiresAt">;

/** What became of a one-time link. */
export function invitationState(row: Stamps | undefined, now: number): InvitationState {
  if (row === undefined) return "unknown";
  if (row.usedAt !== null) return "used";
  if (row.revokedAt !== null) return "revoked";
  return row.expiresAt > now ? "open" : "expired";
}
