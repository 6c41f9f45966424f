import type { z } from "zod";
import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import { AppError } from "@/server/foundation/errors";
import type { Actor, renameSchema, Role, setRoleSchema } from "./accounts.schema";
import { lastTimes } from "./audit.repo";
import { countOtherAdministrators, findUser, listUsers, updateUser, type UserRow } from "./people.repo";
import { SIGNED_IN } from "./sign-in-events";
import { deleteSessionsOf } from "./sessions.repo";

interface Deps {
  readonly db: Db;
  readonly clock: Clock;
}

type Acting = Deps & { readonly actor: Actor };

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly disabled: boolean;
  readonly since: number;
  /** Null: not yet. */
  readonly lastSignIn: number | null;
  /** The only administrator left: their role stays, and they stay. */
  readonly lastAdministrator: boolean;
}

/** Everybody, the oldest first. */
export function readPeople({ db }: Pick<Deps, "db">): Person[] {
  const seen = lastTimes(db, SIGNED_IN);
  return listUsers(db).map((user) => ({
    id: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    disabled: user.disabledAt !== null,
    since: user.createdAt.getTime(),
    lastSignIn: seen.get(user.id) ?? null,
    lastAdministrator: isLastAdministrator(db, user),
  }));
}

/** Gives a person a role; it holds from their next click on. */
export function setRole({ db, clock }: Deps, { userId, role }: z.infer<typeof setRoleSchema>): void {
  db.transaction(() => {
    const user = expectPerson(db, userId);
    if (role !== "admin") expectAnotherAdministrator(db, user);
    updateUser(db, userId, { role, updatedAt: new Date(clock.now()) });
  });
}

/** Shuts a person out: signed out everywhere at once, no way back in. What they did keeps their name. */
export function disable({ db, clock }: Deps, { userId }: { readonly userId: string }): void {
  db.transaction(() => {
    const user = expectPerson(db, userId);
    expectAnotherAdministrator(db, user);
    const now = clock.now();
    updateUser(db, userId, { disabledAt: user.disabledAt ?? now, updatedAt: new Date(now) });
    deleteSessionsOf(db, userId);
  });
}

/** Lets a person in again, with the password that they had. */
export function enable({ db, clock }: Deps, { userId }: { readonly userId: string }): void {
  expectPerson(db, userId);
  updateUser(db, userId, { disabledAt: null, updatedAt: new Date(clock.now()) });
}

/** A person changes their own name; what they did before is shown by the new one, the audit log by the old. */
export function rename({ db, clock, actor }: Acting, { name }: z.infer<typeof renameSchema>): void {
  updateUser(db, actor.id, { name, updatedAt: new Date(clock.now()) });
}

function expectPerson(db: Db, id: string): UserRow {
  const user = findUser(db, id);
  if (user === undefined) throw new AppError("not-found", "There is no such person.", { field: "userId" });
  return user;
}

function isLastAdministrator(db: Db, user: UserRow): boolean {
  return user.role === "admin" && user.disabledAt === null && countOtherAdministrators(db, user.id) === 0;
}

function expectAnotherAdministrator(db: Db, user: UserRow): void {
  if (!isLastAdministrator(db, user)) return;
  throw new AppError("conflict", `${user.name} is the last administrator.`, {
    fix: "Make somebody else an administrator first.",
  });
}
