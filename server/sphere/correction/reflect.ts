/**
 * `correction` owns what stage 2 does with one wrong chain: where its mistake is, asking for a repair, reading the
 * reply, and the luck filter. Which repairs are accepted is in `correction-rules.ts`, the stage in `self-correction.ts`.
 */
import { makeChain } from "../chain";
import type { CallPurpose, ChatMessage, Sample } from "../io";
import { REFLECTION_PHRASINGS, reflectMessages } from "../prompts";
import { sampleWhole } from "../sample-whole";
import type { OpenStage } from "../stage";
import type { Chain, Correction } from "../types";
import { joinRepair, parseReflection } from "./parse-reflection";

/** Reflections are spread evenly over these. */
export const REFLECTION_TEMPERATURES = [0.7, 1] as const;
/** Room for naming the wrong step and saying why, beside the solution itself. */
export const REFLECTION_TOKENS = 128;

export interface Attempt extends Omit<Correction, "chainId" | "accepted" | "refusedBy"> {
  /** The repaired chain as the reply has it, or null where none could be read. */
  readonly corrected: Chain | null;
  /** What was asked. */
  readonly messages: readonly ChatMessage[];
  readonly temperature: number;
  /** Whether a critique that knew the reference answer stood in the question. */
  readonly hinted: boolean;
}

/** A question to be asked at every temperature, as often as any other question. */
export interface RepairQuestion {
  readonly purpose: Extract<CallPurpose, "reflect" | "repair">;
  readonly messages: readonly ChatMessage[];
  /** A critique to go by instead of the reply's own. */
  readonly critique: Pick<Correction, "claimedStep" | "explanation"> | null;
}

/** M reflections on a chain, spread evenly over two phrasings and two temperatures (method: prompt). */
export function reflectOn(stage: OpenStage, wrong: Chain, suspect: number | null): Promise<Attempt[]> {
  const flawed = { problem: stage.problem, steps: wrong.steps, suspect };
  const questions = REFLECTION_PHRASINGS.map((phrasing) => ({
    purpose: "reflect" as const,
    messages: reflectMessages(flawed, phrasing),
    critique: null,
  }));
  return askForRepairs(stage, wrong, questions);
}

/** M replies, spread evenly over the questions and two temperatures. */
export async function askForRepairs(
  stage: OpenStage,
  wrong: Chain,
  questions: readonly RepairQuestion[],
): Promise<Attempt[]> {
  const { correctionSamples, maxTokens } = stage.config;
  const settings = questions.flatMap((question, index) =>
    REFLECTION_TEMPERATURES.map((temperature, offset) => ({
      question,
      temperature,
      turn: REFLECTION_TEMPERATURES.length * index + offset,
    })),
  );
  const replies = await Promise.all(
    settings.map(async ({ question, temperature, turn }) => {
      const samples = await sampleWhole(stage, {
        purpose: question.purpose,
        messages: question.messages,
        temperature,
        n: Math.ceil((correctionSamples - turn) / settings.length),
        maxTokens: maxTokens + REFLECTION_TOKENS,
      });
      return samples.map((sample) => readAttempt(stage, wrong, { question, temperature, sample }));
    }),
  );
  return replies.flat();
}

interface Reply {
  readonly question: RepairQuestion;
  readonly temperature: number;
  readonly sample: Sample;
}

function readAttempt(stage: OpenStage, wrong: Chain, { question, temperature, sample }: Reply): Attempt {
  const { claimedStep, explanation, corrected } = parseReflection(sample.text);
  const claim = question.critique ?? {
    claimedStep: claimedStep !== null && claimedStep < wrong.steps.length ? claimedStep : null,
    explanation,
  };
  return {
    id: stage.io.id("correction", [wrong.id, sample.ref.callId, String(sample.ref.index)]),
    wrongChainId: wrong.id,
    sample: sample.ref,
    reply: sample.text,
    claimedStep: claim.claimedStep,
    explanation: claim.explanation,
    corrected: corrected === null ? null : repairedChain(stage, { wrong, sample, corrected }),
    messages: question.messages,
    temperature,
    hinted: question.critique !== null,
  };
}

interface Repaired {
  /** The chain that was reflected on. */
  readonly wrong: Chain;
  readonly sample: Sample;
  /** The part of the sample that is the repaired solution, or its end. */
  readonly corrected: string;
}

/** The chain that a repair and the steps that it keeps make; null where it cannot be joined. */
export function repairedChain(stage: OpenStage, { wrong, sample, corrected }: Repaired): Chain | null {
  const repair = joinRepair(wrong.steps, corrected);
  if (repair === null) return null;
  return makeChain(stage, {
    origin: "correction",
    role: "policy",
    sample,
    prefixSteps: repair.kept,
    continuation: repair.continuation,
  });
}
