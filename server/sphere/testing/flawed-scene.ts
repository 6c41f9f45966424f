import { DEFAULT_SPHERE_CONFIG, type SphereConfig } from "../config";
import type { ScorerModelKind } from "../io";
import { selfCorrect } from "../self-correction";
import { selfGenerate } from "../self-generation";
import { createScriptedIo, type ScriptedIoOptions, type ScriptedReply } from "./scripted-io";

/** Its answer is 42. */
export const PROBLEM = {
  id: "p",
  statement: "Anna has 3 boxes of 10 apples and buys 12 more. How many has she?",
};
export const START = "Step 1: Anna starts the day with three boxes, and each of them holds ten apples.\n\n";
export const WRONG = `${START}Step 2: She has 3 + 10 = 13 apples in the boxes at the start of the day.\n\nStep 3: After buying more she has 13 + 12 = 25 apples in all. \\boxed{25}`;
export const REPAIRED_STEP =
  "Step 2: Multiplying the boxes by what each one holds gives 3 * 10 = 30 apples.\n\n";
export const REPAIR = `${REPAIRED_STEP}Step 3: Buying a dozen more makes that 30 + 12 = 42 apples altogether. \\boxed{42}`;

/** A reply of the reflection prompt. */
export function reply(solution: string, step: number | string = 2): string {
  return `First wrong step: ${String(step)}\nWhat is wrong: The boxes were added.\nCorrected solution:\n${solution}`;
}

type Said = string | ScriptedReply;

export interface FlawedScene {
  /** What every reflection says; or each, by its number among those of its question. */
  readonly reflection: Said | ((ordinal: number) => Said);
  /** Chances that rollouts from the repaired and from the wrong step succeed. */
  readonly repaired?: number;
  readonly original?: number;
  readonly votes?: string;
  readonly critique?: string;
  readonly repair?: string;
  readonly check?: (ordinal: number) => string;
  readonly resample?: string;
  readonly measure?: ScriptedIoOptions["measure"];
  readonly scorerModel?: ScorerModelKind;
  readonly referenceAnswer?: string;
  readonly id?: string;
}

/** Stage 2 on a problem whose every root sample is the same wrong solution. */
export async function correct(scene: FlawedScene, config: Partial<SphereConfig> = {}) {
  const { repaired = 1, original = 0, votes = "2", scorerModel = null, referenceAnswer, id = "p" } = scene;
  const io = createScriptedIo({
    answer: "42",
    ...(scene.measure === undefined ? {} : { measure: scene.measure }),
    script: ({ purpose, prefix, messages }, random) => {
      const number = Math.floor(random() * 1000);
      if (purpose === "locate") return votes;
      if (purpose === "critique") return scene.critique ?? "It is hard to say.";
      if (purpose === "repair") return scene.repair ?? "I cannot.";
      if (purpose === "resample") return scene.resample ?? WRONG;
      if (purpose === "solve") return WRONG;
      if (purpose === "reflect") {
        const isCheck = messages[0]?.content.includes("may be right") ?? false;
        if (isCheck) return scene.check?.(number) ?? "I cannot say.";
        return typeof scene.reflection === "function" ? scene.reflection(number) : scene.reflection;
      }
      const chance = prefix.includes("Multiplying") ? repaired : original;
      return `Step 3: The rest of it follows from this. \\boxed{${random() < chance ? "42" : "25"}}`;
    },
  });
  const context = {
    io,
    config: { ...DEFAULT_SPHERE_CONFIG, correctionSamples: 4, correctionRounds: 1, ...config },
    hasSmallModel: false,
    scorerModel,
  };
  const problem = { ...PROBLEM, id, ...(referenceAnswer === undefined ? {} : { referenceAnswer }) };
  const first = await selfGenerate(problem, context);
  const outcome = await selfCorrect(problem, first, context);
  return { io, first, outcome, rules: new Set(outcome.corrections.map(({ refusedBy }) => refusedBy)) };
}
