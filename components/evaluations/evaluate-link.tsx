"use client";

import { Gauge } from "lucide-react";
import { OnlyFor } from "@/components/accounts/only-for";
import { LinkButton } from "@/components/ui/button";
import type { ModelView } from "@/server/models/model-view";
import { canEvaluate } from "./launch/initial-launch";
import { newEvaluationPath } from "./paths";

/** On the models page: to the launch form with the model chosen; nothing for one that cannot be evaluated. */
export function EvaluateLink({
  model,
}: {
  readonly model: Pick<ModelView, "id" | "name" | "kind" | "status">;
}) {
  if (!canEvaluate(model)) return null;
  return (
    <OnlyFor least="runner">
      <LinkButton
        size="sm"
        href={newEvaluationPath({ modelIds: [model.id] })}
        icon={<Gauge size={14} aria-hidden />}
        aria-label={`Evaluate ${model.name}`}
      >
        Evaluate
      </LinkButton>
    </OnlyFor>
  );
}
