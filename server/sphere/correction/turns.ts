import { endOfAnswer } from "../boxed";
import type { ChatMessage, Sample } from "../io";
import { combineSides } from "../pairs/combine-sides";
import type { Turn, TurnCandidate } from "../pairs/judge-turn";
import { checkMessages } from "../prompts";
import { sampleWhole } from "../sample-whole";
import type { OpenStage } from "../stage";
import { isWrong } from "../terminal";
import type { Chain } from "../types";
import { isAccepted, type JudgedAttempt } from "./judge-attempts";
import { parseReflection } from "./parse-reflection";
import { REFLECTION_TEMPERATURES, REFLECTION_TOKENS, repairedChain } from "./reflect";

/**
 * Correction turns (method: 2b): of replies to one request, a reflection that was accepted against one that ended
 * wrong. Replies to a hinted critique, and those whose end another sample wrote, are no answer to the request.
 */
export function correctionTurns(judged: readonly JudgedAttempt[]): TurnCandidate[] {
  const byRequest = new Map<string, JudgedAttempt[]>();
  for (const one of judged.filter(({ attempt }) => !attempt.hinted)) {
    const request = JSON.stringify(one.attempt.messages);
    byRequest.set(request, [...(byRequest.get(request) ?? []), one]);
  }
  return [...byRequest.values()].flatMap((replies) => {
    const accepted = replies.filter((one) => isAccepted(one) && one.corrected === one.attempt.corrected);
    const failed = replies.filter(({ attempt }) => attempt.corrected !== null && isWrong(attempt.corrected));
    return combineSides(accepted, failed).flatMap(([better, worse]): TurnCandidate[] => {
      const [chosen, rejected] = [turnOf(better), turnOf(worse)];
      if (chosen === null || rejected === null) return [];
      const { messages: prompt, id: correctionId } = better.attempt;
      return [{ level: "correction-turn", prompt, chosen, rejected, correctionId }];
    });
  });
}

export interface CheckItem {
  readonly candidates: readonly TurnCandidate[];
  /** What the replies made of the right solution. */
  readonly chains: readonly Chain[];
}

/**
 * A check item (method: 2b): the same request on a right chain, without the word that it is wrong. Chosen is a
 * reply that finds no error and repeats the answer, rejected one that breaks it. Both are the policy's own, so
 * there is none where it does only the one or the other.
 */
export async function checkRightChain(stage: OpenStage, right: Chain): Promise<CheckItem> {
  const { correctionSamples, maxTokens } = stage.config;
  const messages = checkMessages(stage.problem, right.steps);
  const half = Math.ceil(correctionSamples / REFLECTION_TEMPERATURES.length);
  const replies = await Promise.all(
    REFLECTION_TEMPERATURES.map((temperature, index) =>
      sampleWhole(stage, {
        purpose: "reflect",
        messages,
        temperature,
        n: index === 0 ? half : correctionSamples - half,
        maxTokens: maxTokens + REFLECTION_TOKENS,
      }),
    ),
  );
  const kept = replies.flat().filter(({ text }) => findsNoError(text));
  const broken = replies.flat().flatMap((sample) => breakingReply(stage, right, sample) ?? []);
  const chosen = kept.map(({ text }) => ({ reply: upToAnswer(text), chain: right }));
  return {
    candidates: combineSides(
      chosen.filter(({ reply }) => stage.io.grade(reply).verdict === "correct"),
      broken,
    ).map(([better, worse]) => checkCandidate(messages, better, worse)),
    chains: broken.map(({ chain }) => chain),
  };
}

function checkCandidate(prompt: readonly ChatMessage[], chosen: Turn, rejected: Turn): TurnCandidate {
  return { level: "correction-turn", prompt, chosen, rejected, correctionId: null };
}

function breakingReply(stage: OpenStage, right: Chain, sample: Sample): Turn | null {
  const { claimedStep, corrected } = parseReflection(sample.text);
  if (claimedStep === null || corrected === null) return null;
  const chain = repairedChain(stage, { wrong: right, sample, corrected });
  return chain !== null && isWrong(chain) ? { reply: upToAnswer(sample.text), chain } : null;
}

function turnOf({ attempt }: JudgedAttempt): Turn | null {
  return attempt.corrected === null ? null : { reply: upToAnswer(attempt.reply), chain: attempt.corrected };
}

function findsNoError(reply: string): boolean {
  return /first wrong step\W{0,8}(?:none|no step|nothing)\b/i.test(reply);
}

/** What follows the answer is not part of a solution, nor of a reply. */
function upToAnswer(reply: string): string {
  return reply.slice(0, endOfAnswer(reply) ?? reply.length).trimEnd();
}
