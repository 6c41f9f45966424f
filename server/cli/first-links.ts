import { openDatabase, type Db } from "@/db/client";
import { makePasswordLink } from "@/server/accounts/new-password.service";
import { staysOnLoopback } from "@/server/accounts/loopback";
import { issueSetUpToken } from "@/server/accounts/one-time-links.service";
import { administratorHasPassword, findUserByEmail } from "@/server/accounts/people.repo";
import { systemClock } from "@/server/foundation/clock";
import type { Env } from "@/server/foundation/env";
import { AppError } from "@/server/foundation/errors";

/** @throws AppError where others could reach the app and nobody is yet kept out by a password */
export function refuseOpenDoors(env: Env): void {
  if (staysOnLoopback(env) || withDatabase(env, administratorHasPassword)) return;
  throw new AppError(
    "forbidden",
    `The app does not open itself to others (${env.origin ?? env.host}) before an administrator has a password.`,
    {
      fix: "Start it once without HOST and SPHERE_ORIGIN, open the set-up link that it prints and choose a password. Then start it so again.",
    },
  );
}

/**
 * Prints the one-time link by which the first administrator takes a password, for as long as none has one; and one for
 * whoever the environment says forgot theirs: who starts the app owns its data and may let anybody in.
 */
export function printLinks(env: Env, url: string): void {
  printNewPasswordLink(env, url);
  const token = withDatabase(env, (db) => issueSetUpToken({ db, clock: systemClock }));
  if (token === null) return;
  console.log(
    `No password is needed on this machine. To invite others, choose one within a day: ${url}/set-up?token=${token}`,
  );
}

function printNewPasswordLink(env: Env, url: string): void {
  const { newPasswordFor: email } = env;
  if (email === undefined) return;
  const token = withDatabase(env, (db) => {
    const user = findUserByEmail(db, email.trim().toLowerCase());
    return user === undefined
      ? null
      : makePasswordLink({ db, env, clock: systemClock }, { userId: user.id }).token;
  });
  console.log(
    token === null
      ? `Nobody has the e-mail address ${email}: there is no link for a new password.`
      : `A new password for ${email}, within a day: ${url}/new-password/${token}`,
  );
}

function withDatabase<T>(env: Env, read: (db: Db) => T): T {
  const { db, sqlite } = openDatabase(env.databaseFile);
  try {
    return read(db);
  } finally {
    sqlite.close();
  }
}
