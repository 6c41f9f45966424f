import { makeChain } from "./chain";
import type { Sample } from "./io";
import { joinRepair, parseReflection } from "./parse-reflection";
import { REFLECTION_PHRASINGS, reflectMessages } from "./prompts";
import type { OpenStage } from "./stage";
import type { Chain, Correction } from "./types";

const TEMPERATURES = [0.7, 1] as const;
/** Room for naming the wrong step and saying why, beside the solution itself. */
const REFLECTION_TOKENS = 128;

export type Attempt = Omit<Correction, "chainId" | "accepted" | "refusedBy"> & {
  /** The repaired chain, or null where none could be read. */
  readonly corrected: Chain | null;
};

/** M reflections on a wrong chain, spread evenly over two phrasings and two temperatures. */
export async function reflectOn(stage: OpenStage, wrong: Chain, suspect: number | null): Promise<Attempt[]> {
  const { correctionSamples, topP, maxTokens } = stage.config;
  const flawed = { problem: stage.problem, steps: wrong.steps, suspect };
  const settings = REFLECTION_PHRASINGS.flatMap((phrasing, index) =>
    TEMPERATURES.map((temperature, offset) => ({ phrasing, temperature, turn: 2 * index + offset })),
  );
  const replies = await Promise.all(
    settings.map(async ({ phrasing, temperature, turn }) => {
      const n = Math.ceil((correctionSamples - turn) / settings.length);
      if (n <= 0) return [];
      return await stage.sample({
        purpose: "reflect",
        role: "policy",
        messages: reflectMessages(flawed, phrasing),
        prefix: "",
        depth: 0,
        n,
        sampling: { temperature, topP, maxTokens: maxTokens + REFLECTION_TOKENS, stop: [] },
      });
    }),
  );
  return replies.flat().map((sample) => readAttempt(stage, wrong, sample));
}

function readAttempt(stage: OpenStage, wrong: Chain, sample: Sample): Attempt {
  const { claimedStep, explanation, corrected } = parseReflection(sample.text);
  const repair = corrected === null ? null : joinRepair(wrong.steps, corrected);
  return {
    id: stage.io.id("correction", [wrong.id, sample.ref.callId, String(sample.ref.index)]),
    wrongChainId: wrong.id,
    sample: sample.ref,
    reply: sample.text,
    claimedStep: claimedStep !== null && claimedStep < wrong.steps.length ? claimedStep : null,
    explanation,
    corrected:
      repair === null
        ? null
        : makeChain(stage, {
            origin: "correction",
            role: "policy",
            sample,
            prefixSteps: repair.kept,
            continuation: repair.continuation,
          }),
  };
}
