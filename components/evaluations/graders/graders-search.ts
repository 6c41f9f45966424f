import {
  createLoader,
  parseAsBoolean,
  parseAsString,
  parseAsStringLiteral,
  type inferParserType,
} from "nuqs/server";
import type { z } from "zod";
import type { listDisagreementsSchema } from "@/server/evaluations/regrade/regrade.schema";

export const SHOWN_STATES = ["open", "settled", "all"] as const;

/** What of the page is in the URL; page and server read it alike. */
export const gradersParsers = {
  state: parseAsStringLiteral(SHOWN_STATES).withDefault("open"),
  benchmark: parseAsString,
  readings: parseAsBoolean.withDefault(false),
};

export const loadGradersSearch = createLoader(gradersParsers);

export type GradersSearch = inferParserType<typeof gradersParsers>;

/** The query of the list. */
export function disagreementsInput({ state, benchmark, readings }: GradersSearch) {
  return {
    state: state === "all" ? null : state,
    benchmarkId: benchmark,
    alsoReadings: readings,
  } satisfies z.input<typeof listDisagreementsSchema>;
}
