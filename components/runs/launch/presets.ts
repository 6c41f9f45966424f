import { DEFAULT_SPHERE_CONFIG, type SphereConfig } from "@/server/sphere/config";

export const PRESET_IDS = ["quick", "paper", "prm"] as const;
export type PresetId = (typeof PRESET_IDS)[number];

export interface Preset {
  readonly label: string;
  /** One line: what for. */
  readonly help: string;
  readonly problemCount: number;
  readonly config: SphereConfig;
  /** Only offered where there is a process reward model. */
  readonly needsPrm: boolean;
}

/** Sets of values for the form; a person may change any of them afterwards. */
export const PRESETS: Readonly<Record<PresetId, Preset>> = {
  quick: {
    label: "Quick",
    help: "Few problems and few samples: a first look, sized for a laptop.",
    problemCount: 12,
    config: {
      ...DEFAULT_SPHERE_CONFIG,
      rootSamples: 4,
      rolloutsPerPrefix: 4,
      finalLabelRollouts: 6,
      wrongChains: 1,
      maxTokens: 320,
      maxDepth: 12,
      correctionSamples: 4,
      correctionRounds: 1,
      resamplingControl: false,
      smallModelSamples: 4,
    },
    needsPrm: false,
  },
  paper: {
    label: "Paper",
    help: "The published settings: for a server, or a laptop over night.",
    problemCount: 50,
    config: DEFAULT_SPHERE_CONFIG,
    needsPrm: false,
  },
  prm: {
    label: "With a process reward model",
    help: "SPHERE as published: two paths, each step scored by a trained model.",
    problemCount: 50,
    config: { ...DEFAULT_SPHERE_CONFIG, mode: "two-path", scorer: "prm" },
    needsPrm: true,
  },
};

/** Settings as the form holds them: a field may be empty. */
type FormConfig = { readonly [Key in keyof SphereConfig]?: SphereConfig[Key] | undefined };

/** The preset whose method settings these are, so that the form can say so; null for a person's own. */
export function matchingPreset(config: FormConfig): PresetId | null {
  const entries = new Map<string, unknown>(Object.entries(config));
  const same = (preset: SphereConfig): boolean =>
    Object.entries(preset).every(([key, value]) => entries.get(key) === value);
  return PRESET_IDS.find((id) => same(PRESETS[id].config)) ?? null;
}
