import type { z } from "zod";
import type { Db } from "@/db/client";
import { AppError } from "@/server/foundation/errors";
import { newId } from "@/server/foundation/ids";
import type { Actor, comeInSchema, setPasswordSchema } from "./accounts.schema";
import { authOf, type AccountsDeps } from "./better-auth";
import { setTaker } from "./invitations.repo";
import { firstAdministrator } from "./local-administrator";
import { expectOpenLink, takeLink } from "./one-time-links.service";
import { storePasswordHash } from "./passwords.repo";
import { administratorHasPassword, findUserByEmail, insertUser, updateUser } from "./people.repo";

type Credentials = z.infer<typeof setPasswordSchema>;

/**
 * The first administrator takes name, e-mail and password through the link of the terminal. They keep the row of the
 * laptop's one person, so that what was done before stays theirs.
 */
export async function setUp(deps: AccountsDeps, input: z.infer<typeof comeInSchema>): Promise<void> {
  expectOpenLink(deps, { token: input.token, kind: "set-up" });
  const hash = await hashOf(deps, input.password);
  deps.db.transaction(() => {
    const link = takeLink(deps, { token: input.token, kind: "set-up" });
    const { id } = firstAdministrator(deps);
    nameAdministrator(deps, { id, hash, input });
    setTaker(deps.db, link.id, id);
  });
}

/** The one person of a laptop takes a password in the page; from then on everybody signs in. */
export async function setPassword(
  deps: AccountsDeps & { readonly actor: Actor },
  input: Credentials,
): Promise<void> {
  const hash = await hashOf(deps, input.password);
  deps.db.transaction(() => {
    nameAdministrator(deps, { id: deps.actor.id, hash, input });
  });
}

/** A new person comes in through an invitation and has the role that it gives. */
export async function join(deps: AccountsDeps, input: z.infer<typeof comeInSchema>): Promise<void> {
  const { db, clock } = deps;
  expectOpenLink(deps, { token: input.token, kind: "invite" });
  expectFreeEmail(db, input.email, null);
  const hash = await hashOf(deps, input.password);
  db.transaction(() => {
    const link = takeLink(deps, { token: input.token, kind: "invite" });
    expectFreeEmail(db, input.email, null);
    const now = clock.now();
    const at = new Date(now);
    const id = newId("user", now);
    const { name, email } = input;
    insertUser(db, { id, name, email, role: link.role, createdAt: at, updatedAt: at });
    storePasswordHash(db, { userId: id, hash, now });
    setTaker(db, link.id, id);
  });
}

interface Naming {
  readonly id: string;
  readonly hash: string;
  readonly input: Credentials;
}

function nameAdministrator({ db, clock }: AccountsDeps, { id, hash, input }: Naming): void {
  if (administratorHasPassword(db)) {
    throw new AppError("conflict", "An administrator has a password already.", { fix: "Sign in with it." });
  }
  expectFreeEmail(db, input.email, id);
  const now = clock.now();
  updateUser(db, id, { name: input.name, email: input.email, updatedAt: new Date(now) });
  storePasswordHash(db, { userId: id, hash, now });
}

function expectFreeEmail(db: Db, email: string, except: string | null): void {
  const taken = findUserByEmail(db, email);
  if (taken === undefined || taken.id === except) return;
  throw new AppError("conflict", "Somebody here has this e-mail address.", {
    field: "email",
    fix: "If it is you, sign in instead.",
  });
}

async function hashOf(deps: AccountsDeps, password: string): Promise<string> {
  const { password: passwords } = await authOf(deps).$context;
  return passwords.hash(password);
}
