import { integer } from "drizzle-orm/sqlite-core";

/** Milliseconds since the epoch, the one form of time in the database. */
export const millis = (name: string) => integer(name, { mode: "number" });
