import type { SampleRequest } from "../io";
import type { Script, ScriptedReply } from "./scripted-io";
import { seededRandom } from "./seeded-random";

export interface PlantedPolicy {
  /** Steps of every full solution. */
  readonly steps: number;
  readonly answer: string;
  /** Chance in [0, 1] that the policy writes step k (0-based) right, given that all before it are right. */
  readonly rightStep: number | ((step: number) => number);
  /** Chance that a solution with a wrong step ends with the right answer all the same. */
  readonly recovery?: number;
  /** Wordings of each step; few make chains meet in the tree. */
  readonly wordings?: number;
  /** Chance that a sample is cut by the token limit. */
  readonly cut?: number;
  /** Blank lines between steps, or only line ends. */
  readonly separator?: "\n" | "\n\n";
  /** Chance in [0, 1] that the small model writes a step right; the policy's where it is not given. */
  readonly smallRightStep?: number;
}

/**
 * A policy whose chances are known: it writes numbered steps, marks every wrong one with the word "wrongly",
 * and continues a prefix from its state. Reflections rewrite the solution and fail as often as solutions do; critiques
 * that know the answer tell it every other time.
 */
export function plantedPolicy(policy: PlantedPolicy): Script {
  return (request, random) => {
    if (request.purpose === "locate") return String(1 + Math.floor(random() * policy.steps));
    if (request.purpose === "reflect" || request.purpose === "repair")
      return repairOf(policy, request, random);
    if (request.purpose === "critique") {
      const step = 1 + Math.floor(random() * policy.steps);
      const slip = random() < 0.5 ? "it is a slip" : `it should come to ${policy.answer}`;
      return `First wrong step: ${String(step)}\nWhat is wrong: ${slip}, says one.`;
    }
    return solution(policy, request, random);
  };
}

/** Rewrites the solution from a step on; where nobody calls it wrong, it is left alone every other time. */
function repairOf(policy: PlantedPolicy, request: SampleRequest, random: () => number): ScriptedReply {
  const asked = request.messages.map(({ content }) => content).join("\n");
  const { text, ...rest } = solution(policy, { ...request, prefix: "" }, random);
  const steps = text.split(/(?=Step \d+:)/);
  if (asked.includes("may be right") && random() < 0.5) {
    const kept = `First wrong step: none\nWhat is wrong: nothing\nCorrected solution:\n`;
    return { ...rest, text: `${kept}${plantedStep(policy.steps - 1, "right", 0)} \\boxed{${policy.answer}}` };
  }
  const told = /First wrong step: (\d+)\n/.exec(asked)?.[1];
  const first = told === undefined ? 1 + Math.floor(random() * policy.steps) : Number(told);
  const from = steps.slice(first - 1).join("");
  const claim = told === undefined ? `First wrong step: ${String(first)}\nWhat is wrong: a slip.\n` : "";
  return { ...rest, text: `${claim}Corrected solution:\n${from}` };
}

/** The text of step k (0-based) as the policy words it. */
export function plantedStep(step: number, kind: "right" | "wrong", wording: number): string {
  const random = seededRandom(`${String(step)}/${kind}/${String(wording)}`);
  const said = Array.from({ length: 9 }, () => VOCABULARY[Math.floor(random() * VOCABULARY.length)]);
  const number = 10 + Math.floor(random() * 90);
  return `Step ${String(step + 1)}: ${kind === "wrong" ? "wrongly " : ""}${said.join(" ")}, 3 + ${String(number)} = ${String(number + 3)}.`;
}

function solution(policy: PlantedPolicy, request: SampleRequest, random: () => number): ScriptedReply {
  const { steps, answer, recovery = 0, wordings = 1000, cut = 0, separator = "\n\n" } = policy;
  const chance = (step: number) => {
    if (request.role === "small" && policy.smallRightStep !== undefined) return policy.smallRightStep;
    return typeof policy.rightStep === "number" ? policy.rightStep : policy.rightStep(step);
  };
  let wrong = request.prefix.includes("wrongly");
  const written: string[] = [];
  for (let step = request.prefix.match(/Step \d+:/g)?.length ?? 0; step < steps; step++) {
    const slips = !wrong && random() >= chance(step);
    wrong ||= slips;
    written.push(plantedStep(step, slips ? "wrong" : "right", Math.floor(random() * wordings)));
  }
  const right = !wrong || random() < recovery;
  const box = `So the answer is \\boxed{${right ? answer : String(1000 + Math.floor(random() * 50))}}.`;
  const text = `${written.join(separator)} ${box}`;
  const meanLogprob = -0.2 - random() / 2;
  if (random() < cut)
    return { text: text.slice(0, Math.floor(text.length * random())), finish: "length", meanLogprob };
  return { text, meanLogprob };
}

const VOCABULARY = (
  "apples boxes price total each share money train speed miles hours older sister cousin garden fence length " +
  "width paint litres bottle shelf books pages reads week day morning sells buys saves spends remaining twice " +
  "half third quarter double fewer more than together left over group class pupils teacher bus seats ticket " +
  "cost discount profit wage worker field cows sheep eggs dozen basket market street corner house room tile"
).split(" ");
