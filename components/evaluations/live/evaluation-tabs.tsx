"use client";

import { useQueryStates } from "nuqs";
import { Tabs } from "@/components/ui/tabs";
import type { EvaluationView } from "@/server/evaluations/evaluation-view";
import { ItemsTab } from "../items/items-tab";
import { evaluationParsers } from "./evaluation-search";
import { FailuresTab } from "./failures-tab";
import { OthersTab } from "./others-tab";
import { ProtocolTab } from "./protocol-tab";

/** The items, the protocol, what failed, and what else is known of the model. */
export function EvaluationTabs({ evaluation }: { readonly evaluation: EvaluationView }) {
  const [{ tab }, setSearch] = useQueryStates(evaluationParsers);
  return (
    <div className="mt-10 min-h-96">
      <Tabs
        label="Parts of the evaluation"
        value={tab}
        onValueChange={(next) => {
          setSearch({ tab: next }).catch(() => undefined);
        }}
        items={[
          {
            value: "items",
            label: "Items",
            count: evaluation.subset.items,
            content: <ItemsTab evaluation={evaluation} />,
          },
          { value: "protocol", label: "Protocol", content: <ProtocolTab evaluation={evaluation} /> },
          {
            value: "errors",
            label: "Errors",
            count: evaluation.failedCallCount,
            content: <FailuresTab evaluation={evaluation} />,
          },
          { value: "others", label: "Same model", content: <OthersTab evaluation={evaluation} /> },
        ]}
      />
    </div>
  );
}
