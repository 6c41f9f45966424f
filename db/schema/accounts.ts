import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { ROLES } from "@/server/accounts/accounts.schema";
import { millis } from "./columns";

/** Dates as better-auth writes them: milliseconds in the database, `Date` in code. */
const date = (name: string) => integer(name, { mode: "timestamp_ms" });

export const users = sqliteTable("users", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  email: text("email").notNull().unique(),
  emailVerified: integer("email_verified", { mode: "boolean" }).notNull().default(false),
  image: text("image"),
  role: text("role", { enum: ROLES }).notNull().default("reader"),
  /** A person who left: no sign-in, the name stays with what they did. */
  disabledAt: millis("disabled_at"),
  createdAt: date("created_at").notNull(),
  updatedAt: date("updated_at").notNull(),
});

const userId = () =>
  text("user_id")
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

export const sessions = sqliteTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    token: text("token").notNull().unique(),
    userId: userId(),
    expiresAt: date("expires_at").notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    createdAt: date("created_at").notNull(),
    updatedAt: date("updated_at").notNull(),
  },
  (table) => [index("sessions_user_idx").on(table.userId)],
);

/** How a person signs in: one row with the password's hash. */
export const accounts = sqliteTable(
  "accounts",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    userId: userId(),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: date("access_token_expires_at"),
    refreshTokenExpiresAt: date("refresh_token_expires_at"),
    scope: text("scope"),
    password: text("password"),
    createdAt: date("created_at").notNull(),
    updatedAt: date("updated_at").notNull(),
  },
  (table) => [index("accounts_user_idx").on(table.userId)],
);

export const verifications = sqliteTable(
  "verifications",
  {
    id: text("id").primaryKey(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: date("expires_at").notNull(),
    createdAt: date("created_at").notNull(),
    updatedAt: date("updated_at").notNull(),
  },
  (table) => [index("verifications_identifier_idx").on(table.identifier)],
);

/** Sign-in attempts by address and path, so that a restart forgets none. */
export const rateLimits = sqliteTable("rate_limits", {
  id: text("id").primaryKey(),
  key: text("key").notNull().unique(),
  count: integer("count").notNull(),
  lastRequest: integer("last_request", { mode: "number" }).notNull(),
});

/** One-time links: the first administrator's, and invitations. Only the token's hash is kept. */
export const invitations = sqliteTable("invitations", {
  id: text("id").primaryKey(),
  tokenHash: text("token_hash").notNull().unique(),
  /** `set-up` makes the first administrator. */
  kind: text("kind", { enum: ["set-up", "invite"] }).notNull(),
  role: text("role", { enum: ROLES }).notNull(),
  label: text("label").notNull(),
  createdBy: text("created_by").references(() => users.id),
  createdAt: millis("created_at").notNull(),
  expiresAt: millis("expires_at").notNull(),
  usedAt: millis("used_at"),
  usedBy: text("used_by").references(() => users.id),
  revokedAt: millis("revoked_at"),
});

/** Append-only (a trigger refuses anything else): who changed what, when. */
export const auditLog = sqliteTable(
  "audit_log",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    at: millis("at").notNull(),
    actorId: text("actor_id"),
    /** As it was then; a person may be renamed. */
    actorName: text("actor_name").notNull(),
    /** The procedure: `runs.launch`, `accounts.invite` ... */
    action: text("action").notNull(),
    /** What it was called with; secrets are left out, long texts cut. */
    input: text("input", { mode: "json" }).$type<unknown>(),
  },
  (table) => [
    index("audit_log_actor_idx").on(table.actorId, table.id),
    index("audit_log_action_idx").on(table.action, table.id),
  ],
);

/** What a person set for themselves: key bindings, layout. */
export const userPreferences = sqliteTable("user_preferences", {
  /** `${userId}/${name}` */
  id: text("id").primaryKey(),
  userId: userId(),
  name: text("name").notNull(),
  value: text("value", { mode: "json" }).$type<unknown>().notNull(),
});
