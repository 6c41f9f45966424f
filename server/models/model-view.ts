import { calibrationSchema } from "./embedded/calibration.schema";
import { catalogueEntry } from "./catalogue-entries";
import type { ModelRow } from "./models.repo";
import { capabilitiesSchema } from "./models.schema";
import { scorerKindOf } from "./scorer-kind";
import type { ScorerModelKind } from "@/server/sphere/io";

/** A model as pages see it: the API key stays behind. */
export type ModelView = Omit<ModelRow, "apiKey"> & {
  readonly hasApiKey: boolean;
  /** For catalogue models: what it is for and where it comes from, in the order tried. */
  readonly catalogue: { readonly purpose: "policy" | "small"; readonly sources: readonly string[] } | null;
  /** What it would be as a run's scorer. */
  readonly scorerKind: ScorerModelKind;
};

export function viewOf({ apiKey, ...row }: ModelRow): ModelView {
  const entry = catalogueEntry(row.id);
  const catalogue =
    entry === null ? null : { purpose: entry.purpose, sources: entry.sources.map(({ label }) => label) };
  // What an older version stored lacks what it did not look for.
  const capabilities = capabilitiesSchema.safeParse(row.capabilities).data ?? null;
  const calibration = calibrationSchema.safeParse(row.calibration).data ?? null;
  const scorerKind = scorerKindOf(row);
  return { ...row, capabilities, calibration, scorerKind, hasApiKey: apiKey !== null, catalogue };
}
