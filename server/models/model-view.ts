import { catalogueEntry } from "./catalogue-entries";
import type { ModelRow } from "./models.repo";

/** A model as pages see it: the API key stays behind. */
export type ModelView = Omit<ModelRow, "apiKey"> & {
  readonly hasApiKey: boolean;
  /** For catalogue models: what it is for and where it comes from, in the order tried. */
  readonly catalogue: { readonly purpose: "policy" | "small"; readonly sources: readonly string[] } | null;
};

export function viewOf({ apiKey, ...row }: ModelRow): ModelView {
  const entry = catalogueEntry(row.id);
  const catalogue =
    entry === null ? null : { purpose: entry.purpose, sources: entry.sources.map(({ label }) => label) };
  return { ...row, hasApiKey: apiKey !== null, catalogue };
}
