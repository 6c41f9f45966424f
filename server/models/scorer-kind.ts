import type { ScorerModelKind } from "@/server/sphere/io";
import type { ModelRow } from "./models.repo";

/** What a model is as a run's scorer: a process reward model, or a model that is asked for a verdict. */
export function scorerKindOf({ kind, script }: Pick<ModelRow, "kind" | "script">): ScorerModelKind {
  return kind === "prm" || (kind === "scripted" && script === "prm") ? "prm" : "judge";
}
