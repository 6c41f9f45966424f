import { critiqueMessages, type Critique, repairMessages } from "../prompts";
import { sampleWhole } from "../sample-whole";
import type { OpenStage } from "../stage";
import type { Chain } from "../types";
import { parseReflection } from "./parse-reflection";
import { type Attempt, askForRepairs, REFLECTION_TOKENS } from "./reflect";
import { tellsAnswer } from "./tells-answer";

const CRITIQUES = 3;
const CRITIQUE_TEMPERATURE = 0.7;
/** Critiques that the repairs are spread over. */
const MOST_USED = 2;

/**
 * The hinted fallback (SCORE; method: prompt): critiques that know the reference answer find the step and say what
 * is wrong, and M repairs are written by them without it. A critique that tells the answer, or names no step of
 * the chain, is not used; none may be left.
 */
export async function repairByCritique(
  stage: OpenStage,
  wrong: Chain,
  referenceAnswer: string,
): Promise<Attempt[]> {
  const critiques = await askForCritiques(stage, wrong, referenceAnswer);
  const questions = critiques.map(({ step, explanation }) => ({
    purpose: "repair" as const,
    messages: repairMessages(stage.problem, wrong.steps, { step, explanation }),
    critique: { claimedStep: step, explanation },
  }));
  return questions.length === 0 ? [] : await askForRepairs(stage, wrong, questions);
}

async function askForCritiques(stage: OpenStage, wrong: Chain, referenceAnswer: string): Promise<Critique[]> {
  const samples = await sampleWhole(stage, {
    purpose: "critique",
    messages: critiqueMessages(stage.problem, wrong.steps, referenceAnswer),
    temperature: CRITIQUE_TEMPERATURE,
    n: CRITIQUES,
    maxTokens: REFLECTION_TOKENS,
  });
  const isRightAnswer = (answer: string) => stage.io.grade(`\\boxed{${answer}}`).verdict === "correct";
  const usable = samples.flatMap(({ text }) => {
    const { claimedStep, explanation } = parseReflection(text);
    if (claimedStep === null || claimedStep >= wrong.steps.length || explanation === null) return [];
    if (tellsAnswer(explanation, referenceAnswer, isRightAnswer)) return [];
    return [{ step: claimedStep, explanation }];
  });
  const distinct = new Map(usable.map((critique) => [JSON.stringify(critique), critique]));
  return [...distinct.values()].slice(0, MOST_USED);
}
