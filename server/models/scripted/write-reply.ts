import { seededRng, type Rng } from "@/server/foundation/rng";
import type { ChatMessage } from "@/server/sphere/io";
import type { AnswerBook } from "./answer-book";
import { writeGarbage } from "./garbage";
import type { Plan } from "./plan";
import { planFor, stepsIn } from "./read-question";
import type { Script } from "./scripts";
import { AT_START, firstFalseStep, readProgress, writeSteps } from "./solution";

export interface ReplyRequest {
  readonly messages: readonly ChatMessage[];
  readonly prefix: string;
  /** Equal seeds give equal replies. */
  readonly seed: string;
}

/**
 * What the double answers: the continuation of `prefix`, untrimmed and unchecked, as a model's raw text.
 *
 * Each problem has one difficult step. A solution that is past it is nearly always right, one that went wrong there nearly never
 * recovers, so rollouts locate the step as they do with a real model.
 */
export function writeReply(script: Script, answerOf: AnswerBook, request: ReplyRequest): string {
  const rng = seededRng(`${script.name}/${request.seed}`);
  if (script.name === "garbage") return writeGarbage(rng);
  const question = request.messages.findLast(({ role }) => role === "user")?.content ?? "";
  const { statement, plan } = planFor(question, answerOf);
  if (/First wrong step:/i.test(question)) return writeReflection(script, { plan, question, rng });
  if (/number only/i.test(question)) return String((firstFalseStep(stepsIn(question)) ?? 0) + 1);
  return writeSolution({ script, plan, rng }, statement, request.prefix);
}

interface Author {
  readonly script: Script;
  readonly plan: Plan;
  readonly rng: Rng;
}

function writeSolution({ script, plan, rng }: Author, statement: string, prefix: string): string {
  const pass = skillFor(script, statement);
  const from = prefix === "" ? AT_START : readProgress(prefix, plan);
  if (from.steps > plan.values.length) return "";
  const steps = writeSteps(plan, from, { pass, rng });
  const ends = rng() >= script.unfinished;
  const text = (ends ? steps : [...steps.slice(0, -1), "Let me think about this again."]).join("\n\n");
  return prefix === "" || prefix.endsWith("\n\n") ? text : `\n\n${text}`;
}

function writeReflection(
  script: Script,
  { plan, question, rng }: Omit<Author, "script"> & { question: string },
): string {
  const steps = stepsIn(question);
  const blamed = firstFalseStep(steps) ?? Math.min(steps.length, plan.difficultStep) - 1;
  const at = rng() < 0.85 ? blamed : Math.max(0, Math.min(steps.length - 1, blamed + (rng() < 0.5 ? 1 : -1)));
  const from = { steps: at, value: plan.values[at - 1] ?? 0, wrong: false };
  const repaired = writeSteps(plan, from, { pass: rng() < script.repair ? 1 : 0, rng });
  return [
    `First wrong step: ${at + 1}`,
    `What is wrong: The numbers of step ${at + 1} were not combined as the problem says.`,
    `Corrected solution:\n${repaired.join("\n\n")}`,
  ].join("\n");
}

/** Chance to pass the difficult step: a trait of problem and script. */
function skillFor(script: Script, statement: string): number {
  const trait = seededRng(`trait/${statement}`)();
  if (trait < script.easy) return 1;
  return trait >= 1 - script.hard ? 0 : script.skill;
}
