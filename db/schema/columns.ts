import { customType, integer } from "drizzle-orm/sqlite-core";

/** Milliseconds since the epoch, the one form of time in the database. */
export const millis = (name: string) => integer(name, { mode: "number" });

/** JSON that is brought up to date when read: `parse` gives what an older version did not know its default. */
export const parsedJson = <T>(name: string, parse: (stored: unknown) => T) =>
  customType<{ data: T; driverData: string }>({
    dataType: () => "text",
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (stored) => parse(JSON.parse(stored)),
  })(name);
