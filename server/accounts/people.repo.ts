import { and, asc, count, eq, isNotNull, isNull, ne } from "drizzle-orm";
import type { Db } from "@/db/client";
import { accounts, users } from "@/db/schema";
import type { Role } from "./accounts.schema";

export type UserRow = typeof users.$inferSelect;

export function findUser(db: Db, id: string): UserRow | undefined {
  return db.select().from(users).where(eq(users.id, id)).get();
}

export function findUserByEmail(db: Db, email: string): UserRow | undefined {
  return db.select().from(users).where(eq(users.email, email)).get();
}

export function listUsers(db: Db): UserRow[] {
  return db.select().from(users).orderBy(asc(users.createdAt), asc(users.id)).all();
}

/** The oldest administrator who is not disabled: the one person of a laptop. */
export function findFirstAdministrator(db: Db): UserRow | undefined {
  return db
    .select()
    .from(users)
    .where(and(eq(users.role, "admin"), isNull(users.disabledAt)))
    .orderBy(asc(users.createdAt), asc(users.id))
    .limit(1)
    .get();
}

/** How many administrators there would be without this person. */
export function countOtherAdministrators(db: Db, id: string): number {
  const others = and(eq(users.role, "admin"), isNull(users.disabledAt), ne(users.id, id));
  return db.select({ total: count() }).from(users).where(others).get()?.total ?? 0;
}

export function insertUser(db: Db, user: typeof users.$inferInsert): void {
  db.insert(users).values(user).run();
}

interface UserChange {
  readonly name?: string;
  readonly email?: string;
  readonly role?: Role;
  readonly disabledAt?: number | null;
  readonly updatedAt: Date;
}

/** Whether there was such a person. */
export function updateUser(db: Db, id: string, change: UserChange): boolean {
  return db.update(users).set(change).where(eq(users.id, id)).run().changes > 0;
}

/** Whether anybody has a password: from then on everybody signs in. */
export function anyPassword(db: Db): boolean {
  return (
    db.select({ id: accounts.id }).from(accounts).where(isNotNull(accounts.password)).limit(1).get() !==
    undefined
  );
}

/** Whether an administrator who is not disabled can sign in. */
export function administratorHasPassword(db: Db): boolean {
  const found = db
    .select({ id: accounts.id })
    .from(accounts)
    .innerJoin(users, eq(users.id, accounts.userId))
    .where(and(isNotNull(accounts.password), eq(users.role, "admin"), isNull(users.disabledAt)))
    .limit(1)
    .get();
  return found !== undefined;
}
