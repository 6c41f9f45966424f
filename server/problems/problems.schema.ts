/**
 * `server/problems` owns problem sets: import, checks, the starter generator, overlap with benchmarks.
 * This file is what crosses the wire and is safe in a browser. The folder imports foundation, math and db;
 * it never imports runs, models or anything that samples.
 */
import { z } from "zod";

export const SET_KINDS = ["training", "benchmark", "starter"] as const;
/** Training sets feed runs; benchmarks are for evaluation only; the starter set is made by the app itself. */
export type SetKind = (typeof SET_KINDS)[number];

export const SET_STATUSES = ["importing", "ready", "failed"] as const;
export type SetStatus = (typeof SET_STATUSES)[number];

/** How the answers of one problem are graded where the plain rules do not fit; the words are those of `server/math`. */
export const lineGradingSchema = z.strictObject({
  /** Largest absolute difference between two numbers that counts as equal. */
  tolerance: z.number().positive().exactOptional(),
  /** The unit that is kept apart from the answer, such as `cm^2`. */
  unit: z.string().trim().min(1).max(50).exactOptional(),
  /** `true`: the order never matters, even in a tuple. `false`: it matters in bare lists too. Left out: tuples ordered, lists free. */
  orderFree: z.boolean().exactOptional(),
  kind: z.enum(["integer", "numeric", "expression"]).exactOptional(),
});
export type LineGrading = z.infer<typeof lineGradingSchema>;

/** One line of a JSONL problem file. Unknown keys are ignored. */
export const problemLineSchema = z.object({
  id: z.string().trim().min(1).max(200),
  problem: z.string().trim().min(1).max(100_000),
  answer: z.string().trim().min(1).max(10_000),
  solution: z.string().max(200_000).optional(),
  level: z.string().max(100).optional(),
  subject: z.string().max(100).optional(),
  source: z.string().max(500).optional(),
  grading: lineGradingSchema.optional(),
});
export type ProblemLine = z.infer<typeof problemLineSchema>;

/** An upload larger than this is refused while it streams. */
export const UPLOAD_LIMIT_BYTES = 512_000_000;
/** Faults kept with a set; the rest are only counted. */
export const FAULTS_KEPT = 200;
/** A fault of the whole file rather than of one line carries this line number. */
export const WHOLE_FILE_LINE = 0;
export const STARTER_LIMIT = 5_000;
export const PAGE_SIZE = 50;

/** A person may bring training problems or a benchmark of their own; starter sets come from the generator only. */
const importKindSchema = z.enum(["training", "benchmark"]);

const target = {
  /** Name of the set; the file's own name when left out. Known files keep theirs. */
  name: z.string().trim().min(1, "Give the set a name").max(120).optional(),
  /** Decided by the file's name for known files; else needed. */
  kind: importKindSchema.optional(),
};

/** What to import: a known file of the data folder, a path on the server's disk, or an upload. */
export const importFileSchema = z.discriminatedUnion("from", [
  z.object({ from: z.literal("folder"), file: z.string().min(1).max(255), ...target }),
  z.object({
    from: z.literal("path"),
    path: z.string().trim().min(1, "Give the path of a .jsonl file").max(4_096),
    ...target,
  }),
  z.object({
    from: z.literal("upload"),
    uploadId: z.string().regex(/^upl_[0-9a-z]+$/, "Upload the file again"),
    fileName: z.string().trim().min(1).max(255),
    ...target,
  }),
]);
export type ImportFile = z.infer<typeof importFileSchema>;

export const HUGGING_FACE_IDS = ["gsm8k-train", "gsm8k-test", "math500"] as const;
export const importHuggingFaceSchema = z.object({ dataset: z.enum(HUGGING_FACE_IDS) });
export type ImportHuggingFace = z.infer<typeof importHuggingFaceSchema>;

export const generateStarterSchema = z.object({
  seed: z.number().int().min(0).max(2_147_483_647).default(1),
  count: z.number().int().min(1).max(STARTER_LIMIT).default(200),
});
export type GenerateStarter = z.infer<typeof generateStarterSchema>;

export const setIdSchema = z.object({ setId: z.string().min(1) });
export const problemIdSchema = z.object({ problemId: z.string().min(1) });

export const listProblemsSchema = z.object({
  setId: z.string().min(1),
  /** Part of the statement or of the source's id, in any case. */
  search: z.string().trim().max(200).default(""),
  level: z.string().max(100).nullable().default(null),
  subject: z.string().max(100).nullable().default(null),
  /** Only problems that a benchmark has too, or nearly; of a benchmark those that a set that trains has. */
  overlap: z.boolean().default(false),
  /** From 1. */
  page: z.number().int().min(1).max(100_000).default(1),
});
export type ListProblems = z.infer<typeof listProblemsSchema>;

/** One refused line; line 0 is the file as a whole. */
export interface Fault {
  readonly line: number;
  readonly reason: string;
}

/** How an import ended. `faults` holds the first ones, `faultCount` the whole number. */
export interface ImportReport {
  readonly setId: string;
  readonly name: string;
  readonly kind: SetKind;
  readonly added: number;
  readonly duplicates: number;
  readonly faultCount: number;
  readonly faults: readonly Fault[];
  /** Problems in the set now. */
  readonly problemCount: number;
}
