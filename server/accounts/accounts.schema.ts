/**
 * `server/accounts` owns people: sign-in (it alone imports better-auth), one-time links, roles, sessions, the audit
 * log, and which requests the app answers at all. It imports foundation and `db`, and no other capability.
 */
import { z } from "zod";

/** What a person may do; each role may do all that the ones before it may. */
export const ROLES = ["reader", "annotator", "runner", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** Each role in plain words, for the page that gives it. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  reader: "reads everything, changes nothing",
  annotator: "also decides on review items",
  runner: "also adds problems and models, launches runs, leads review campaigns",
  admin: "also invites people, gives roles, reads the audit log",
};

/** Whether `role` may do what `needed` may. */
export function mayAct(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/** Who asks: the signed-in person, or the one person of a laptop that nobody else can reach. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** The session that they ask with; none for the one person of a laptop. */
  readonly sessionId?: string;
}

/** The asking person, as pages show them. */
export interface Me extends Actor {
  readonly email: string;
  /** Whether they have a password; false: the one person of a laptop, who needs none. */
  readonly signsIn: boolean;
}

const name = z.string().trim().min(1, "Write a name.").max(80);
/** In small letters, as sign-in looks it up. */
const email = z.string().trim().toLowerCase().pipe(z.email("Write an e-mail address.").max(200));
/** The longest is what better-auth hashes. */
const password = z
  .string()
  .min(10, "A password has at least 10 characters.")
  .max(128, "A password has at most 128 characters.");
/** How to find a one-time link's row. */
const token = z.string().min(1).max(200);

/** Who comes in by a one-time link: the first administrator, or an invited person. */
export const comeInSchema = z.object({ token, name, email, password });
/** The one person of a laptop, who takes a password. */
export const setPasswordSchema = z.object({ name, email, password });
export const tokenSchema = z.object({ token });
/** Somebody who forgot theirs, through a link that an administrator made. */
export const newPasswordSchema = z.object({ token, password });

export const signInSchema = z.object({ email, password: z.string().min(1, "Write your password.") });
export const changePasswordSchema = z.object({
  currentPassword: z.string().min(1, "Write your password of now.").max(200),
  password,
});
export const sessionIdSchema = z.object({ sessionId: z.string().min(1).max(200) });

/** What became of a one-time link. */
export type InvitationState = "open" | "used" | "revoked" | "expired" | "unknown";

export const inviteSchema = z.object({
  role: z.enum(ROLES),
  /** For whom, as the list of open invitations shows it. */
  label: z.string().trim().max(80).default(""),
  days: z.number().int().min(1).max(30).default(7),
});

export const renameSchema = z.object({ name });
export const setRoleSchema = z.object({ userId: z.string().min(1), role: z.enum(ROLES) });
export const userIdSchema = z.object({ userId: z.string().min(1) });
export const invitationIdSchema = z.object({ invitationId: z.string().min(1) });

/** Stands for a person's id where nobody was signed in. */
export const NOBODY = "nobody";

/** A page of the audit log, newest first: entries before the one that `cursor` names. */
export const auditFilterSchema = z.object({
  actorId: z.string().nullable().default(null),
  action: z.string().max(80).nullable().default(null),
  cursor: z.number().int().nullish(),
  limit: z.number().int().min(1).max(200).default(50),
});
