import type { HUGGING_FACE_IDS } from "./problems.schema";

type HuggingFaceId = (typeof HUGGING_FACE_IDS)[number];

/** One file of a Hugging Face dataset at a fixed commit. */
export interface HuggingFaceFile {
  readonly id: HuggingFaceId;
  /** The name of the file that this equals; set name and kind follow from it. */
  readonly knownAs: string;
  readonly repository: string;
  readonly revision: string;
  readonly path: string;
  readonly sha256: string;
  /** Problems in it. */
  readonly rows: number;
}

const gsm8k = { repository: "openai/gsm8k", revision: "740312add88f781978c0658806c59bc2815b9866" };

/** Revisions and hashes as public evaluation code pins them; MATH-500's file is OpenAI's list byte for byte. */
export const HUGGING_FACE_FILES: readonly HuggingFaceFile[] = [
  {
    id: "gsm8k-train",
    knownAs: "gsm8k-train.jsonl",
    ...gsm8k,
    path: "main/train-00000-of-00001.parquet",
    sha256: "ea82612ea9582142387730c793eb67d3b12849002bc0b7fa6f8efafa7351419d",
    rows: 7473,
  },
  {
    id: "gsm8k-test",
    knownAs: "gsm8k-test.jsonl",
    ...gsm8k,
    path: "main/test-00000-of-00001.parquet",
    sha256: "ee7b8da9e381df27b9e3f7758a159ab2bdaa4dbaa910546cbbc47e0cb44e4f59",
    rows: 1319,
  },
  {
    id: "math500",
    knownAs: "math500.jsonl",
    repository: "HuggingFaceH4/MATH-500",
    revision: "6e4ed1a2a79af7d8630a6b768ec859cb5af4d3be",
    path: "test.jsonl",
    sha256: "35dc41080a3680858b27fa7e0533d2d547825316fc5dafe5d316f4ccc5a06132",
    rows: 500,
  },
];
