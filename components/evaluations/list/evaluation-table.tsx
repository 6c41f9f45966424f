import Link from "next/link";
import { LegendMark } from "@/components/charts";
import { RunStatusMark } from "@/components/runs/run-status-mark";
import { formatCount, formatDuration, formatInteger } from "@/components/ui/format";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import type { EvaluationView } from "@/server/evaluations/evaluation-view";
import { EvaluationActions } from "../evaluation-actions";
import { EvaluationProgress } from "../evaluation-progress";
import { modelColour } from "../model-colour";
import { passesWords } from "../passes-words";
import { evaluationPath } from "../paths";
import { ScoreCell } from "../score-cell";
import { subsetWords } from "../subset-words";

interface EvaluationTableProps {
  readonly evaluations: readonly EvaluationView[];
  readonly label?: string;
}

export function EvaluationTable({ evaluations, label = "Evaluations" }: EvaluationTableProps) {
  return (
    <Table label={label} minWidth="58rem">
      <THead>
        <Th width="12rem">Model</Th>
        <Th width="14rem">Benchmark</Th>
        <Th width="9rem">Score</Th>
        <Th>Status</Th>
        <Th align="right" width="7rem">
          Tokens
        </Th>
        <Th width="6.5rem">
          <span className="sr-only">Actions</span>
        </Th>
      </THead>
      <TBody>
        {evaluations.map((evaluation) => (
          <Row key={evaluation.id} evaluation={evaluation} />
        ))}
      </TBody>
    </Table>
  );
}

function Row({ evaluation }: { readonly evaluation: EvaluationView }) {
  const { model, benchmark, subset, protocol, status, statusReason } = evaluation;
  return (
    <Tr>
      <Td>
        <span className="flex items-baseline gap-2">
          <LegendMark shape="circle" colour={modelColour(model.id)} />
          <Link href={evaluationPath(evaluation.id)} className="font-medium wrap-anywhere hover:text-accent">
            <bdi>{model.name}</bdi>
            <span className="sr-only"> on {benchmark.name}</span>
          </Link>
        </span>
        <span className="block text-sm text-ink-soft">
          <RelativeTime at={evaluation.createdAt} />
        </span>
      </Td>
      <Td>
        <span className="wrap-anywhere">
          <bdi>{benchmark.name}</bdi>
        </span>
        <span className="block text-sm text-ink-soft">{subsetWords(subset)}</span>
        <span className="block text-sm text-ink-soft">{passesWords(protocol)}</span>
      </Td>
      <Td>
        <ScoreCell evaluation={evaluation} />
      </Td>
      <Td>
        <RunStatusMark status={status} />
        {statusReason === null ? null : (
          <span className="line-clamp-2 text-sm wrap-anywhere text-ink-soft" title={statusReason}>
            {statusReason}
          </span>
        )}
        {status === "finished" ? (
          <span className="block text-sm text-ink-soft">
            in {formatDuration(evaluation.activeMs)}
            {evaluation.itemsFailed === 0 ? "" : `, ${formatCount(evaluation.itemsFailed, "item")} failed`}
          </span>
        ) : (
          <div className="mt-1">
            <EvaluationProgress
              evaluation={evaluation}
              label={`Items of ${model.name} on ${benchmark.name}`}
            />
          </div>
        )}
      </Td>
      <Td align="right" nowrap>
        {formatInteger(evaluation.generatedTokens)}
      </Td>
      <Td>
        <span className="flex flex-wrap justify-end gap-1">
          <EvaluationActions evaluation={evaluation} size="sm" />
        </span>
      </Td>
    </Tr>
  );
}
