import {
  createLoader,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
  type inferParserType,
} from "nuqs/server";
import { RUN_KINDS, RUN_STATUSES, type RunStatus } from "@/server/runs/runs.schema";
import { RUN_SORTS } from "@/server/runs/steering.schema";

/** Runs on one page. */
const RUNS_SHOWN = 30;
/** Runs at work and waiting that are shown above; more wait unseen. */
const ACTIVE_SHOWN = 100;

export const DRY_RUNS = ["without", "with", "only"] as const;

/** What of the list is in the URL; page and server read it alike. */
export const runListParsers = {
  q: parseAsString.withDefault(""),
  status: parseAsStringLiteral(RUN_STATUSES),
  kind: parseAsStringLiteral(RUN_KINDS),
  model: parseAsString,
  dry: parseAsStringLiteral(DRY_RUNS).withDefault("without"),
  sort: parseAsStringLiteral(RUN_SORTS).withDefault("newest"),
  /** Where the page begins. */
  before: parseAsString,
  /** Runs picked to be compared, the older choice first. */
  pick: parseAsArrayOf(parseAsString).withDefault([]),
};

export const loadRunListSearch = createLoader(runListParsers);

export type RunListSearch = inferParserType<typeof runListParsers>;

const ACTIVE_STATUSES = [
  "running",
  "pausing",
  "cancelling",
  "queued",
] as const satisfies readonly RunStatus[];
const SETTLED_STATUSES = ["paused", "finished", "cancelled"] as const satisfies readonly RunStatus[];

/** Whether a person looks for something: then runs at work are found among the others. */
export function isFiltered({ q, status, kind, model, dry }: RunListSearch): boolean {
  return q !== "" || status !== null || kind !== null || model !== null || dry !== "without";
}

/** The query of the page; without a filter, runs at work and waiting stand above it and not in it. */
export function runListInput(search: RunListSearch) {
  const { q, status, kind, model, dry, sort, before } = search;
  const unfiltered = isFiltered(search) ? [] : [...SETTLED_STATUSES];
  return {
    limit: RUNS_SHOWN,
    text: q,
    status: status === null ? unfiltered : [status],
    kind: kind === null ? [] : [kind],
    modelId: model,
    dryRuns: dry,
    sort,
    cursor: before,
  };
}

/** The query of what stands above: at work, and waiting. */
export const activeRunsInput = {
  limit: ACTIVE_SHOWN,
  sort: "oldest" as const,
  status: [...ACTIVE_STATUSES],
};
