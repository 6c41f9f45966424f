import {
  createLoader,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsFloat,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
  type inferParserType,
} from "nuqs/server";
import { PRESET_NAMES } from "@/server/evaluations/evaluations.schema";

/** What a link may say of a launch; `newEvaluationPath` writes it. */
const launchParsers = {
  models: parseAsArrayOf(parseAsString).withDefault([]),
  benchmarks: parseAsArrayOf(parseAsString).withDefault([]),
  preset: parseAsStringLiteral(PRESET_NAMES),
  /** A number, or "all". */
  items: parseAsString,
  seed: parseAsInteger,
  greedy: parseAsBoolean,
  /** 0: no sampled pass. */
  samples: parseAsInteger,
  temperature: parseAsFloat,
  topP: parseAsFloat,
  maxTokens: parseAsInteger,
  priority: parseAsInteger,
};

export const loadLaunchSearch = createLoader(launchParsers);

export type LaunchSearch = inferParserType<typeof launchParsers>;
