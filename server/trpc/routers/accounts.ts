import * as schema from "@/server/accounts/accounts.schema";
import { readAudit, readAuditFacets } from "@/server/accounts/audit.service";
import { changePassword } from "@/server/accounts/change-password.service";
import { invite, readInvitations, revoke } from "@/server/accounts/invitations.service";
import { join, setPassword, setUp } from "@/server/accounts/join.service";
import { readMe } from "@/server/accounts/me.service";
import { makePasswordLink, readPasswordLink, takeNewPassword } from "@/server/accounts/new-password.service";
import { readLink } from "@/server/accounts/one-time-links.service";
import { disable, enable, readPeople, rename, setRole } from "@/server/accounts/people.service";
import { readSessions, revokeSession } from "@/server/accounts/sessions.service";
import { procedures, router } from "../init";

const { anyone, reader, admin } = procedures;

/** People and who they are. Signing in and out is `/api/auth`. */
export const accountsRouter = router({
  /** Who looks at the page, and how they came in; null: nobody is signed in. */
  me: anyone.query(({ ctx }) => readMe(ctx)),

  link: anyone.input(schema.tokenSchema).query(({ ctx, input }) => readLink(ctx, input)),
  setUp: anyone.input(schema.comeInSchema).mutation(({ ctx, input }) => setUp(ctx, input)),
  join: anyone.input(schema.comeInSchema).mutation(({ ctx, input }) => join(ctx, input)),

  newPasswordFor: anyone.input(schema.tokenSchema).query(({ ctx, input }) => readPasswordLink(ctx, input)),
  newPassword: anyone
    .input(schema.newPasswordSchema)
    .mutation(({ ctx, input }) => takeNewPassword(ctx, input)),

  rename: reader.input(schema.renameSchema).mutation(({ ctx, input }) => {
    rename(ctx, input);
  }),
  setPassword: admin.input(schema.setPasswordSchema).mutation(({ ctx, input }) => setPassword(ctx, input)),
  changePassword: reader
    .input(schema.changePasswordSchema)
    .mutation(({ ctx, input }) => changePassword(ctx, input)),
  sessions: reader.query(({ ctx }) => readSessions(ctx)),
  revokeSession: reader.input(schema.sessionIdSchema).mutation(({ ctx, input }) => {
    revokeSession(ctx, input);
  }),

  people: admin.query(({ ctx }) => readPeople(ctx)),
  setRole: admin.input(schema.setRoleSchema).mutation(({ ctx, input }) => {
    setRole(ctx, input);
  }),
  disable: admin.input(schema.userIdSchema).mutation(({ ctx, input }) => {
    disable(ctx, input);
  }),
  enable: admin.input(schema.userIdSchema).mutation(({ ctx, input }) => {
    enable(ctx, input);
  }),
  passwordLink: admin.input(schema.userIdSchema).mutation(({ ctx, input }) => makePasswordLink(ctx, input)),
  invitations: admin.query(({ ctx }) => readInvitations(ctx)),
  invite: admin.input(schema.inviteSchema).mutation(({ ctx, input }) => invite(ctx, input)),
  revoke: admin.input(schema.invitationIdSchema).mutation(({ ctx, input }) => {
    revoke(ctx, input);
  }),

  audit: admin.input(schema.auditFilterSchema).query(({ ctx, input }) => readAudit(ctx, input)),
  auditFacets: admin.query(({ ctx }) => readAuditFacets(ctx)),
});
