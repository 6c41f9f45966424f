import type { ControlledEvaluateIndexOutput, ControlledEvaluateInputItem, Token } from "node-llama-cpp";
import { EngineError } from "../engine";
import type { NextToken } from "../openai/label-shares";
import type { LlamaSlot } from "./llama-slot";

/** Tokens evaluated at once: each keeps a number for every word of the vocabulary until it is read. */
const PIECE = 64;
/** Likeliest next tokens that are looked at for labels. */
const LIKELIEST = 100;

/** The model's own distribution: no temperature, and no nucleus or other cut. */
const AS_IT_IS = { temperature: 0 };

export interface GivenText {
  readonly prompt: readonly Token[];
  /** What follows the prompt. */
  readonly tokens: readonly Token[];
  readonly signal: AbortSignal;
}

/**
 * Natural-log probability of each given token, on a sequence that already holds all of the prompt but its last token.
 *
 * Greedy choice leaves the whole vocabulary as it is, so its pick has the highest logit, and the total weight is relative to that one.
 */
export async function givenLogprobs(
  slot: LlamaSlot,
  { prompt, tokens, signal }: GivenText,
): Promise<number[]> {
  const inputs = [...prompt.slice(-1), ...tokens.slice(0, -1)];
  const logprobs: number[] = [];
  const member = slot.gate.join(slot.number);
  try {
    for (let at = 0; at < tokens.length; at += PIECE) {
      await member.turn();
      signal.throwIfAborted();
      const wanted = tokens.slice(at, at + PIECE);
      const asked = wanted.map((next, i) => askingFor(inputs[at + i], [next]));
      const outputs = await slot.sequence.controlledEvaluate(asked);
      logprobs.push(...wanted.map((next, i) => logprobOf(next, outputs[i])));
    }
  } finally {
    member.leave();
  }
  return logprobs;
}

/** The likeliest next tokens after the prompt, the likeliest first; the sequence holds all of it but its last token. */
export async function likeliestNext(
  slot: LlamaSlot,
  { prompt, signal }: Pick<GivenText, "prompt" | "signal">,
): Promise<NextToken[]> {
  const member = slot.gate.join(slot.number);
  try {
    await member.turn();
    signal.throwIfAborted();
    const [output] = await slot.sequence.controlledEvaluate([askingFor(prompt.at(-1), [], LIKELIEST)]);
    const logits = [...(output?.next.logits ?? [])].toSorted((a, b) => b[1] - a[1]);
    const highest = logits[0]?.[1] ?? 0;
    return logits.map(([token, logit]) => ({
      token: slot.model.detokenize([token]),
      logprob: logit - highest - Math.log(output?.next.totalLogitWeight ?? 1),
    }));
  } finally {
    member.leave();
  }
}

function askingFor(
  input: Token | undefined,
  tokens: readonly Token[],
  includeTop = 0,
): ControlledEvaluateInputItem {
  if (input === undefined) throw new EngineError("bad-request", "An empty prompt was asked about.");
  const logits = { filter: { tokens, includeSelected: true, includeTop } };
  return [input, { generateNext: { token: true, totalLogitWeight: true, logits, options: AS_IT_IS } }];
}

function logprobOf(next: Token, output: ControlledEvaluateIndexOutput | undefined): number {
  const { logits, token, totalLogitWeight } = output?.next ?? {};
  const [own, highest] = [logits?.get(next), token == null ? undefined : logits?.get(token)];
  if (own === undefined || highest === undefined || totalLogitWeight === undefined)
    throw new EngineError("server-error", "llama.cpp gave no probability of a given token.");
  return own - highest - Math.log(totalLogitWeight);
}
