import path from "node:path";
import type { SetKind } from "./problems.schema";

/** A problem file that is known by its name: what it is called here, and what it may be used for. */
export interface KnownFile {
  readonly file: string;
  readonly name: string;
  readonly kind: Exclude<SetKind, "starter">;
  readonly licence: string;
}

const competition = "Problem texts belong to their competitions; not for publication";

/** The kind is fixed: a benchmark must never feed a run, whatever a person ticks. */
export const KNOWN_FILES: readonly KnownFile[] = [
  { file: "gsm8k-train.jsonl", name: "GSM8K train", kind: "training", licence: "MIT" },
  { file: "math-train.jsonl", name: "MATH train", kind: "training", licence: "MIT" },
  { file: "gsm8k-test.jsonl", name: "GSM8K test", kind: "benchmark", licence: "MIT" },
  { file: "math500.jsonl", name: "MATH-500", kind: "benchmark", licence: "MIT" },
  { file: "aime24.jsonl", name: "AIME 2024", kind: "benchmark", licence: competition },
  { file: "amc23.jsonl", name: "AMC 2023", kind: "benchmark", licence: competition },
  { file: "olympiadbench.jsonl", name: "OlympiadBench", kind: "benchmark", licence: "MIT" },
];

export function knownFile(fileName: string): KnownFile | null {
  const base = path.basename(fileName).toLowerCase();
  return KNOWN_FILES.find((known) => known.file === base) ?? null;
}

/** The name of a set made from a file that is not known. */
export const stemOf = (fileName: string): string => fileName.replace(/\.(jsonl|ndjson|json|txt)$/i, "");
