import { makeChain } from "../chain";
import { DEFAULT_SPHERE_CONFIG, type SphereConfig } from "../config";
import type { Stage } from "../io";
import { type OpenStage, openStage } from "../stage";
import type { Chain } from "../types";
import { createScriptedIo, type ScriptedIoOptions } from "./scripted-io";

interface TestStage extends Partial<ScriptedIoOptions> {
  readonly stage?: Stage;
  readonly config?: Partial<SphereConfig>;
}

/** An open stage of one problem whose right answer is 7, without a model unless a script is given. */
export function testStage({ stage = "self-generation", config = {}, ...options }: TestStage = {}): OpenStage {
  return openStage({ id: "p", statement: "How many?" }, stage, {
    io: createScriptedIo({ answer: "7", script: () => null, ...options }),
    config: { ...DEFAULT_SPHERE_CONFIG, ...config },
    hasSmallModel: false,
  });
}

/** A whole solution of the policy as a root sample. */
export function chainOf(text: string, change: Partial<Chain> = {}): Chain {
  const sample = { ref: { callId: "c", index: 0 }, text, tokens: 1, meanLogprob: null } as const;
  const chain = makeChain(testStage(), {
    origin: "root-sample",
    role: "policy",
    sample: { ...sample, finish: "end-of-turn" },
    prefixSteps: [],
    continuation: text,
  });
  return { ...chain, ...change };
}
