import type { reviewItems } from "@/db/schema";
import type { CorrectionRule } from "@/server/sphere/correction-rules";
import { doubtOf } from "../doubt";
import { shuffleOf } from "../random-order";
import type { CorrectionSource, PairSource, readPairsOf } from "./item-sources.repo";

/** An item before it has its number, with its words. */
export interface MadeItem {
  /** Null: it is new. */
  readonly number: number | null;
  readonly columns: Omit<typeof reviewItems.$inferInsert, "number" | "outcome" | "decisionCount">;
  readonly words: string;
}

export function pairItem(source: PairSource): MadeItem {
  const { id, number, prefix, chosen, rejected } = source;
  return {
    number,
    columns: {
      kind: "pair",
      pairId: id,
      runId: source.runId,
      problemId: source.problemId,
      stage: source.stage,
      bucket: source.bucket,
      level: source.level,
      subject: source.subject,
      margin: source.margin,
      rollouts: source.rollouts,
      ...lengths(chosen, rejected),
      pairLevel: source.pairLevel,
      valuedBy: source.valuedBy,
      doubt: doubtOf({
        kind: "pair",
        pair: source,
        suggestion: source.suggestion,
        claimedStep: null,
        firstWrongStep: null,
        answerRefused: false,
      }),
      shuffle: shuffleOf(id),
      createdAt: source.createdAt,
    },
    words: [source.statement, prefix, chosen, rejected].join("\n"),
  };
}

export function correctionItem(source: CorrectionSource, pairsOf: ReturnType<typeof readPairsOf>): MadeItem {
  const pair = pairsOf.get(source.id) ?? null;
  const [repaired, wrong] = [source.repaired.join(""), source.wrong.join("")];
  return {
    number: source.number,
    columns: {
      kind: "correction",
      correctionId: source.id,
      runId: source.runId,
      problemId: source.problemId,
      stage: source.stage,
      bucket: source.bucket,
      level: source.level,
      subject: source.subject,
      margin: pair?.margin ?? null,
      rollouts: pair?.rollouts ?? null,
      ...lengths(repaired, wrong),
      pairLevel: pair?.pairLevel ?? null,
      valuedBy: pair?.valuedBy ?? null,
      refusedBy: source.refusedBy,
      machineAccepted: source.accepted,
      doubt: doubtOf({ kind: "correction", pair, ...source, answerRefused: answerRefused(source.refusedBy) }),
      shuffle: shuffleOf(source.id),
      createdAt: source.createdAt,
    },
    words: [source.statement, wrong, repaired, source.explanation ?? ""].join("\n"),
  };
}

/** Rules by which the grader, not the form of the text, spoke against a repair. */
const ANSWER_RULES: ReadonlySet<string | null> = new Set<CorrectionRule>(["not-right", "same-answer"]);

function answerRefused(refusedBy: string | null): boolean {
  return ANSWER_RULES.has(refusedBy);
}

function lengths(better: string, worse: string) {
  return { length: Math.max(better.length, worse.length), lengthDifference: better.length - worse.length };
}
