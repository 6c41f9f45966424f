import type { Lineage } from "@/server/models/models.schema";
import type { Model } from "./types";

/** What is known of where a model comes from; null for a base. */
export function originOf({
  parentModelId,
  round,
  trainedOnRunIds,
}: Pick<Model, "parentModelId" | "round" | "trainedOnRunIds">): Lineage | null {
  return parentModelId === null
    ? null
    : { parentModelId, round: round ?? 1, runIds: [...(trainedOnRunIds ?? [])] };
}
