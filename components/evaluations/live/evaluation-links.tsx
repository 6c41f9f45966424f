"use client";

import { Download, RotateCw, Scale } from "lucide-react";
import { OnlyFor } from "@/components/accounts/only-for";
import { buttonClass, LinkButton } from "@/components/ui/button";
import type { EvaluationView } from "@/server/evaluations/evaluation-view";
import { compareEvaluationsPath, evaluationExportPath, newEvaluationPath } from "../paths";
import { protocolPrefill } from "../protocol-prefill";

const ICON = 14;

/** Where to go from an evaluation: the same again, beside another, out of the app. */
export function EvaluationLinks({ evaluation }: { readonly evaluation: EvaluationView }) {
  return (
    <>
      <OnlyFor least="runner">
        <LinkButton
          href={newEvaluationPath({
            ...protocolPrefill(evaluation),
            modelIds: [evaluation.model.id],
            benchmarkIds: [evaluation.benchmark.id],
          })}
          icon={<RotateCw size={ICON} aria-hidden />}
        >
          Evaluate again
        </LinkButton>
      </OnlyFor>
      {evaluation.itemsDone === 0 ? null : (
        <a href={evaluationExportPath(evaluation.id)} className={buttonClass()} download>
          <Download size={ICON} aria-hidden />
          Export
        </a>
      )}
      {evaluation.score === null ? null : (
        <LinkButton
          variant="primary"
          href={compareEvaluationsPath(evaluation.id)}
          icon={<Scale size={ICON} aria-hidden />}
        >
          Compare
        </LinkButton>
      )}
    </>
  );
}
