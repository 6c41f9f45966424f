import { createParser, parseAsBoolean, parseAsStringLiteral } from "nuqs/server";
import { STAGES, type Stage } from "@/server/sphere/io";

export const PAIRS_A_PAGE = 10;

const parseAsPage = createParser({
  parse: (text) => (/^[1-9]\d{0,6}$/.test(text) ? Number(text) : null),
  serialize: String,
});

/** What of a run's pairs is shown, in the address. */
export const pairFilterParsers = {
  stage: parseAsStringLiteral(STAGES),
  /** Only pairs that are held back from the files. */
  held: parseAsBoolean.withDefault(false),
  page: parseAsPage.withDefault(1),
};

export interface PairFilters {
  readonly stage: Stage | null;
  readonly held: boolean;
  readonly page: number;
}

/** Input of `runs.pairs`; the page and the browser ask for the same, so that what was prefetched is used. */
export function toPairsInput(runId: string, { stage, held, page }: PairFilters) {
  return { runId, stage, heldBack: held, page, pageSize: PAIRS_A_PAGE };
}
