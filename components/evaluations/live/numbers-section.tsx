import { ScoreBar } from "@/components/charts";
import { formatCount, formatDecimal, formatInteger, UNKNOWN } from "@/components/ui/format";
import { Section } from "@/components/ui/page";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import type { EvaluationView } from "@/server/evaluations/evaluation-view";
import { PASS_NAMES } from "@/server/evaluations/evaluations.schema";
import type { Figure, PassScore } from "@/server/evaluations/score.schema";
import { modelColour } from "../model-colour";
import { intervalWords, rightWords, scoreName, shareWords } from "../score-words";
import { RescoreNote } from "./rescore-note";
import { standsOnWords } from "./stands-on-words";

/** Each pass with its score, its interval, and what went wrong; an estimate while items are still open. */
export function NumbersSection({ evaluation }: { readonly evaluation: EvaluationView }) {
  const { score, protocol, status } = evaluation;
  const passes = PASS_NAMES.filter((pass) =>
    pass === "greedy" ? protocol.greedy : protocol.sampled !== null,
  );
  return (
    <Section title={status === "finished" ? "Numbers" : "Running estimate"} lede={standsOnWords(evaluation)}>
      <Table label="Numbers" minWidth="48rem">
        <THead>
          <Th width="6rem">Score</Th>
          <Th width="22rem">Value, 95% interval</Th>
          <Th align="right">Cut off</Th>
          <Th align="right">No answer</Th>
          <Th align="right">Mean tokens</Th>
        </THead>
        <TBody>
          {passes.map((pass) => (
            <PassRow
              key={pass}
              name={scoreName(pass, protocol.sampled?.samples ?? 1)}
              score={score?.[pass] ?? null}
              evaluation={evaluation}
            />
          ))}
        </TBody>
      </Table>
      <p className="mt-2 min-h-5 max-w-prose text-sm text-ink-soft">{countsWords(evaluation)}</p>
      <RescoreNote evaluation={evaluation} />
    </Section>
  );
}

interface PassRowProps {
  readonly name: string;
  readonly score: PassScore | null;
  readonly evaluation: EvaluationView;
}

const METHODS = {
  wilson: "Wilson interval",
  "cluster-bootstrap": "bootstrap over items",
} as const;

function PassRow({ name, score, evaluation }: PassRowProps) {
  return (
    <Tr>
      <Td nowrap>
        <span className="font-medium">{name}</span>
      </Td>
      <Td>
        <span className="grid min-h-10 grid-cols-[5rem_minmax(0,1fr)] items-center gap-x-3">
          <span className="text-lg font-medium">{score === null ? UNKNOWN : shareWords(score.score)}</span>
          {score === null ? (
            <span className="text-sm text-ink-faint">no item is done yet</span>
          ) : (
            <span>
              <ScoreBar
                {...score.score}
                colour={modelColour(evaluation.model.id)}
                hollow={evaluation.status !== "finished"}
              />
              <span className="block text-sm text-ink-soft">
                {intervalWords(score.score)} <span className="text-ink-faint">({METHODS[score.method]})</span>
              </span>
              <span className="block text-sm text-ink-soft">{rightWords(score)}</span>
            </span>
          )}
        </span>
      </Td>
      <Share figure={score?.truncated} />
      <Share figure={score?.noAnswer} />
      <Td align="right" nowrap>
        {score === null ? UNKNOWN : formatInteger(score.meanTokens)}
        <Second>
          {score?.tokens === undefined || score.tokens.low === null || score.tokens.high === null
            ? null
            : `${formatDecimal(score.tokens.low, 0)} to ${formatDecimal(score.tokens.high, 0)}`}
        </Second>
      </Td>
    </Tr>
  );
}

function Share({ figure }: { readonly figure: Figure | undefined }) {
  return (
    <Td align="right" nowrap>
      {figure === undefined ? UNKNOWN : shareWords(figure)}
      <Second>{figure === undefined ? null : intervalWords(figure)}</Second>
    </Td>
  );
}

function Second({ children }: { readonly children: string | null }) {
  return <span className="block min-h-5 text-sm text-ink-soft">{children}</span>;
}

/** What is counted as wrong, left out, or settled by people; nothing where there is none of it. */
function countsWords({ score }: EvaluationView): string | null {
  if (score === null) return null;
  const { failed, leftOut, settled } = score;
  return [
    ...(failed === 0
      ? []
      : [`${formatCount(failed, "item")} failed: the answers that are missing count as wrong.`]),
    ...(leftOut === 0
      ? []
      : [`${formatCount(leftOut, "item")} with a bad reference answer left out: they count nowhere.`]),
    ...(settled === 0 ? [] : [`${formatCount(settled, "answer")} settled by a person.`]),
  ].join(" ");
}
