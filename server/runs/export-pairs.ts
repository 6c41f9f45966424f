import type { Db } from "@/db/client";
import { AppError } from "@/server/foundation/errors";
import { pairsOfNextProblems, type PairWithProblem } from "./pairs.repo";
import { heldBackPairs } from "./held-back";
import { getRun } from "./runs.service";

export const PAIR_FORMATS = ["trl", "wide"] as const;
/** `trl`: what DPOTrainer reads, nothing else. `wide`: the whole record with its lineage. */
export type PairFormat = (typeof PAIR_FORMATS)[number];

const PROBLEMS_AT_ONCE = 200;

/**
 * A run's pairs as JSON lines, in the method's order, in bounded memory. The same journal gives the same bytes.
 *
 * `trl` is TRL's standard format: `prompt` is the chat template rendered up to the assistant's turn plus the
 * shared prefix, since conversational rows cannot carry a prefix (method 6.2; TRL 1.x). Pairs that the balance of
 * the run holds back are left out of it, and so are those whose rejected answer was cut off: TRL appends an end
 * token, which would be false there. `wide` has them all and says which are held back. No file has pairs of a problem
 * that a benchmark has, or nearly, unless somebody waived that; the run's report counts them.
 * @throws AppError when there is no such run, or a rendered prompt is missing
 */
export function* exportPairs(db: Db, runId: string, format: PairFormat): Generator<string> {
  const run = getRun(db, runId);
  const held = heldBackPairs(db, run);
  let afterPosition = -1;
  for (;;) {
    const batch = pairsOfNextProblems(db, { runId, afterPosition, problems: PROBLEMS_AT_ONCE });
    if (batch.length === 0) return;
    for (const row of batch) {
      afterPosition = row.position;
      const heldBackBy = held.get(row.pair.id) ?? null;
      if (heldBackBy === "benchmark-overlap") continue;
      if (format === "wide") yield `${JSON.stringify({ ...wideRecord(row, run), heldBackBy })}\n`;
      else if (!row.pair.rejectedTruncated && heldBackBy === null)
        yield `${JSON.stringify(trainerRecord(row))}\n`;
    }
  }
}

function trainerRecord(row: PairWithProblem): { prompt: string; chosen: string; rejected: string } {
  if (row.renderedPrompt === null) {
    throw new AppError("conflict", `Problem ${row.problem.externalId} has no rendered prompt.`);
  }
  const { prefix, chosen, rejected } = row.pair;
  return { prompt: (row.pair.renderedPrompt ?? row.renderedPrompt) + prefix, chosen, rejected };
}

/** The record of method 11. */
function wideRecord(row: PairWithProblem, run: ReturnType<typeof getRun>) {
  const { pair, problem } = row;
  return {
    ...trainerRecord(row),
    id: pair.id,
    runId: run.id,
    problemId: problem.id,
    sourceId: problem.externalId,
    problem: problem.statement,
    answer: problem.answer,
    prefix: pair.prefix,
    stage: pair.stage,
    level: pair.level,
    prefixSteps: pair.prefixSteps,
    firstWrongStep: pair.firstWrongStep,
    qChosen: pair.qChosen,
    qRejected: pair.qRejected,
    margin: pair.margin,
    nRollouts: pair.rollouts,
    sim: pair.similarity,
    lenC: pair.chosen.length,
    lenR: pair.rejected.length,
    truncatedR: pair.rejectedTruncated,
    chosenChainId: pair.chosenChainId,
    rejectedChainId: pair.rejectedChainId,
    correctionId: pair.correctionId,
    policy: run.policyModelId,
    smallModel: run.smallModelId,
    scorer: pair.valuedBy,
    hinted: pair.hinted,
    seed: run.launch.seed,
    graderVersion: run.graderVersion,
    promptVersion: run.promptVersion,
  };
}
