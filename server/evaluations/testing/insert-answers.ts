import type { Db } from "@/db/client";
import { evaluationCalls, evaluationVerdicts, prompts } from "@/db/schema";
import { contentId, sha256 } from "@/server/foundation/ids";
import type { PassName, Protocol } from "../evaluations.schema";
import { messagesFor } from "../prompt";
import type { AnswerResult } from "../scoring/item-answers";

export interface GivenAnswer extends AnswerResult {
  readonly text: string;
}

export interface GivenItem {
  readonly problemId: string;
  readonly statement: string;
  readonly greedy: readonly GivenAnswer[] | null;
  readonly sampled: readonly GivenAnswer[] | null;
}

export interface AnswersToInsert {
  readonly evaluationId: string;
  readonly graderVersion: string;
  readonly protocol: Protocol;
  readonly item: GivenItem;
}

/** Stores one call a pass, and a verdict of each of its samples. */
export function insertAnswers(
  db: Pick<Db, "insert">,
  { evaluationId, graderVersion, protocol, item }: AnswersToInsert,
): void {
  const messages = messagesFor(protocol.prompt, item.statement);
  const promptHash = sha256(JSON.stringify(messages.map(({ role, content }) => [role, content])));
  db.insert(prompts).values({ hash: promptHash, messages }).onConflictDoNothing().run();
  const passes: readonly (readonly [PassName, readonly GivenAnswer[] | null])[] = [
    ["greedy", item.greedy],
    ["sampled", item.sampled],
  ];
  for (const [pass, answers] of passes) {
    if (answers === null) continue;
    const { problemId } = item;
    const callId = contentId("call", [evaluationId, problemId, pass, 0]);
    const drawn = pass === "sampled" ? protocol.sampled : null;
    db.insert(evaluationCalls)
      .values({
        id: callId,
        evaluationId,
        problemId,
        pass,
        firstSample: 0,
        samplesWanted: answers.length,
        promptHash,
        temperature: drawn?.temperature ?? 0,
        topP: drawn?.topP ?? 1,
        maxTokens: protocol.maxTokens,
        status: "ok",
        samples: answers.map(({ text, tokens }) => ({
          text,
          tokens,
          meanLogprob: null,
          finish: "end-of-turn",
        })),
        promptTokens: 80,
        generatedTokens: answers.reduce((sum, { tokens }) => sum + tokens, 0),
        durationMs: 400,
        createdAt: 0,
      })
      .run();
    const verdicts = answers.map(({ correct, extracted }, sampleIndex) => ({
      callId,
      sampleIndex,
      graderVersion,
      evaluationId,
      problemId,
      verdict: correct ? "correct" : "incorrect",
      extracted,
      rule: "boxed",
    }));
    db.insert(evaluationVerdicts).values(verdicts).run();
  }
}
