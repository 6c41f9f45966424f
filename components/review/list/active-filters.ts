import type { ItemFilter } from "@/server/review/review.schema";
import { formatDecimal, formatInteger } from "@/components/ui/format";
import { BUCKET_WORDS, KIND_WORDS, MACHINE_WORDS, OUTCOME_WORDS, STAGE_WORDS } from "../words";

/** Names of what a filter holds by id. */
export interface FilterNames {
  readonly run: (id: string) => string;
  readonly person: (id: string) => string;
  readonly reason: (code: string) => string;
}

/** One filter that is set, in words, and the change that takes it away. */
export interface ActiveFilter {
  readonly key: string;
  readonly words: string;
  readonly clear: Partial<ItemFilter>;
}

/** The filters that are set, in the order of the bar. */
export function activeFilters(filter: ItemFilter, names: FilterNames): ActiveFilter[] {
  const found: ActiveFilter[] = [];
  const add = <T>(value: T | null, words: (value: T) => string, clear: Partial<ItemFilter>): void => {
    if (value !== null) found.push({ key: Object.keys(clear).join("-"), words: words(value), clear });
  };
  add(filter.text, (text) => `text: ${text}`, { text: null });
  add(filter.kind, (kind) => `kind: ${KIND_WORDS[kind]}`, { kind: null });
  add(filter.runId, (id) => `run: ${names.run(id)}`, { runId: null });
  add(filter.stage, (stage) => `stage: ${STAGE_WORDS[stage]}`, { stage: null });
  add(filter.bucket, (bucket) => `bucket: ${BUCKET_WORDS[bucket]}`, { bucket: null });
  add(filter.level, (level) => `level: ${level}`, { level: null });
  add(filter.subject, (subject) => `subject: ${subject}`, { subject: null });
  add(
    range(filter.marginMin, filter.marginMax, (value) => formatDecimal(value)),
    (words) => `margin ${words}`,
    {
      marginMin: null,
      marginMax: null,
    },
  );
  add(range(filter.lengthMin, filter.lengthMax, formatInteger), (words) => `length ${words} characters`, {
    lengthMin: null,
    lengthMax: null,
  });
  add(filter.outcome, (outcome) => `verdict: ${OUTCOME_WORDS[outcome]}`, { outcome: null });
  add(filter.machine, (machine) => MACHINE_WORDS[machine], { machine: null });
  add(filter.annotatorId, (id) => `decided by ${names.person(id)}`, { annotatorId: null });
  add(filter.reason, (code) => `reason: ${names.reason(code)}`, { reason: null });
  return found;
}

function range(from: number | null, to: number | null, words: (value: number) => string): string | null {
  if (from !== null && to !== null) return `${words(from)} to ${words(to)}`;
  if (from !== null) return `at least ${words(from)}`;
  return to === null ? null : `at most ${words(to)}`;
}
