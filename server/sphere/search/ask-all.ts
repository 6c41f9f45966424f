import type { Sample } from "../io";
import type { OpenStage } from "../stage";

export type Question = Parameters<OpenStage["sample"]>[0];

/**
 * Answers to several questions, in their order. Equal ones are asked once, for all the samples together, and the
 * samples dealt out in order: two paths of different steps can have the same text.
 */
export async function askAll(
  stage: OpenStage,
  questions: readonly Question[],
): Promise<(readonly Sample[])[]> {
  const wanted = new Map<string, Question>();
  for (const question of questions) {
    const key = keyOf(question);
    wanted.set(key, { ...question, n: question.n + (wanted.get(key)?.n ?? 0) });
  }
  const answers = new Map<string, Sample[]>();
  await Promise.all(
    [...wanted].map(async ([key, question]) => {
      answers.set(key, [...(await stage.sample(question))]);
    }),
  );
  return questions.map((question) => answers.get(keyOf(question))?.splice(0, question.n) ?? []);
}

function keyOf({ role, messages, prefix, sampling }: Question): string {
  return JSON.stringify([role, messages, prefix, sampling]);
}
