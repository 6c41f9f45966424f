import { makeChain } from "./chain";
import { NoSamplesError } from "./errors";
import { solveMessages } from "./prompts";
import type { OpenStage } from "./stage";
import { isRight } from "./terminal";
import type { Bucket, Chain } from "./types";

/**
 * Independent samples of the whole solution (N0 unless told otherwise), in the order of the call, equal ones
 * included.
 * @throws NoSamplesError when every one failed
 */
export async function sampleRoots(stage: OpenStage, n = stage.config.rootSamples): Promise<Chain[]> {
  const roots = await drawRoots(stage, n);
  if (roots.length === 0) throw new NoSamplesError();
  return roots;
}

/** The same, down to none. */
export async function drawRoots(stage: OpenStage, n: number): Promise<Chain[]> {
  const { temperature, topP, maxTokens } = stage.config;
  const samples = await stage.sample({
    purpose: "solve",
    role: "policy",
    messages: solveMessages(stage.problem),
    prefix: "",
    depth: 0,
    n,
    sampling: { temperature, topP, maxTokens, stop: [] },
  });
  return samples.map((sample) =>
    makeChain(stage, {
      origin: "root-sample",
      role: "policy",
      sample,
      prefixSteps: [],
      continuation: sample.text,
    }),
  );
}

/** Which stage the samples feed: none right, some, or all. */
export function bucketOf(roots: readonly Chain[]): Bucket {
  if (!roots.some(isRight)) return "hard";
  // A right answer that goes on repeating itself is no mistake to learn from.
  return roots.every(({ verdict }) => verdict === "correct") ? "easy" : "mixed";
}
