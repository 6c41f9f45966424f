/**
 * `server/problems/grading` owns how the answers of a problem are graded where the plain rules of `server/math` do not fit:
 * by benchmark, by item, and by what a line says itself. It never imports the database: rules are looked up by the source of
 * a set and the id of an item. Only ids, short answers and reasons stand here, never the text of a problem.
 */
import type { LineGrading } from "../problems.schema";
import { GSM8K_TRAIN_REFERENCES, MATH_TRAIN_REFERENCES, OLYMPIADBENCH_REFERENCES } from "./known-references";
import type { KnownReference } from "./known-references";

/** Raise it whenever a rule or a known bad reference changes what a verdict can be: verdicts are stored with it. */
export const RULES_VERSION = "1";

/** How one item differs from the rest of its benchmark. */
export interface ItemRule {
  readonly externalId: string;
  readonly grading: LineGrading;
}

/** What holds for the items of some files. */
export interface SetRules {
  /** Of every item that says nothing else. */
  readonly grading: LineGrading;
  /** Every reference is a whole number in here; a line with another one is refused. Null: anything may be. */
  readonly range: readonly [from: number, to: number] | null;
  readonly items: readonly ItemRule[];
  readonly references: readonly KnownReference[];
}

interface KnownRules extends SetRules {
  /** Names of the files, and the Hugging Face repository with the same items. */
  readonly files: readonly string[];
  readonly repository: string | null;
}

const PLAIN: SetRules = { grading: {}, range: null, items: [], references: [] };

/**
 * The units that OlympiadBench keeps in a field of their own, and its one tolerance (its field `error`;
 * OpenBMB/OlympiadBench).
 */
const OLYMPIADBENCH_ITEMS: readonly ItemRule[] = [
  { externalId: "olympiadbench-1760", grading: { unit: "degrees" } },
  { externalId: "olympiadbench-2253", grading: { unit: "minute" } },
  { externalId: "olympiadbench-2334", grading: { unit: "km" } },
  // Two numbers with a name each: the other order is wrong.
  { externalId: "olympiadbench-2349", grading: { orderFree: false } },
  { externalId: "olympiadbench-2419", grading: { unit: "cm^2" } },
  { externalId: "olympiadbench-2426", grading: { unit: "km/h" } },
  { externalId: "olympiadbench-2444", grading: { unit: "min" } },
  { externalId: "olympiadbench-2522", grading: { unit: "minutes" } },
  { externalId: "olympiadbench-2592", grading: { unit: "percent", tolerance: 0.1 } },
];

/** That several answers without brackets may come in any order is a rule of `server/math`, for every set. */
const KNOWN: readonly KnownRules[] = [
  {
    ...PLAIN,
    files: ["gsm8k-test.jsonl", "gsm8k-train.jsonl"],
    repository: "openai/gsm8k",
    grading: { kind: "numeric" },
    references: GSM8K_TRAIN_REFERENCES,
  },
  { ...PLAIN, files: ["aime24.jsonl"], repository: null, grading: { kind: "integer" }, range: [0, 999] },
  { ...PLAIN, files: ["amc23.jsonl"], repository: null, grading: { kind: "integer" } },
  {
    ...PLAIN,
    files: ["olympiadbench.jsonl"],
    repository: null,
    items: OLYMPIADBENCH_ITEMS,
    references: OLYMPIADBENCH_REFERENCES,
  },
  { ...PLAIN, files: ["math-train.jsonl"], repository: null, references: MATH_TRAIN_REFERENCES },
];

/** The rules of a set by its `source` (a file name, or `owner/repo@revision`); a set that is not known has none. */
export function rulesOf(source: string): SetRules {
  const file = source.toLowerCase();
  return (
    KNOWN.find(
      ({ files, repository }) =>
        files.includes(file) || (repository !== null && source.startsWith(`${repository}@`)),
    ) ?? PLAIN
  );
}
