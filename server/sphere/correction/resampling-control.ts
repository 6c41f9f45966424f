import { makeChain } from "../chain";
import { solveMessages } from "../prompts";
import { sampleWhole } from "../sample-whole";
import type { OpenStage } from "../stage";
import { isRight } from "../terminal";
import type { Chain, ResamplingControl } from "../types";
import { type Attempt, REFLECTION_TEMPERATURES } from "./reflect";

export interface ControlRun {
  readonly control: ResamplingControl;
  /** The fresh samples. They show what reflection is worth and make no pairs. */
  readonly chains: readonly Chain[];
}

/**
 * As many fresh samples of the plain problem as there were reflections, at each of their temperatures: what looks
 * like the gain of reflection is often that of drawing anew (method: 4.4). A reflection counts as right by its own
 * text; one that knew the answer through a critique does not count at all.
 *
 * @param attempts every reply of the stage, all chains and rounds
 */
export async function resampleLike(stage: OpenStage, attempts: readonly Attempt[]): Promise<ControlRun> {
  const unaided = attempts.filter(({ hinted }) => !hinted);
  const messages = solveMessages(stage.problem);
  const answers = await Promise.all(
    REFLECTION_TEMPERATURES.map((temperature) => {
      const n = unaided.filter((attempt) => attempt.temperature === temperature).length;
      return sampleWhole(stage, { purpose: "resample", messages, temperature, n });
    }),
  );
  const chains = answers.flat().map((sample) =>
    makeChain(stage, {
      origin: "resample",
      role: "policy",
      sample,
      prefixSteps: [],
      continuation: sample.text,
    }),
  );
  const right = unaided.filter(({ corrected }) => corrected !== null && isRight(corrected)).length;
  return {
    control: {
      reflected: { samples: unaided.length, right },
      resampled: { samples: chains.length, right: chains.filter(isRight).length },
    },
    chains,
  };
}
