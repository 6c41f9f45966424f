import { createLoader, parseAsString } from "nuqs/server";

/** Which two runs, in the URL. */
export const compareParsers = { a: parseAsString.withDefault(""), b: parseAsString.withDefault("") };

export const loadCompareSearch = createLoader(compareParsers);

/** Runs that the choices offer. */
export const runChoicesInput = { limit: 200, dryRuns: "without" as const };
