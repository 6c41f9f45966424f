import { isUsable, type ModelChoice } from "./initial-values";

/** A model in a select: with how it stands where it is not ready, and not to be chosen where it cannot be used. */
export function modelOption(model: Pick<ModelChoice, "id" | "name" | "status">) {
  const state = model.status === "ready" ? "" : ` (${model.status.replaceAll("-", " ")})`;
  return { value: model.id, label: `${model.name}${state}`, disabled: !isUsable(model) };
}
