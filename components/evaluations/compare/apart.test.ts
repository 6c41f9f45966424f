import { describe, expect, it } from "vitest";
import type { ApartBenchmark, ComparedEvaluation } from "@/server/evaluations/comparison/comparison-view";
import { APART_PARTS } from "@/server/evaluations/apart.schema";
import { apartReasonWords } from "./apart-reason-words";
import { mendApart } from "./mend-apart";

function evaluation(id: string, change: Partial<ComparedEvaluation> = {}): ComparedEvaluation {
  return {
    id,
    modelId: `model-${id}`,
    status: "finished",
    preset: "custom",
    subset: { items: 500, of: 500, seed: null },
    protocol: {
      promptVersion: "1",
      prompt: [],
      greedy: true,
      sampled: { samples: 4, temperature: 0.7, topP: 0.95 },
      maxTokens: 1024,
      seed: 0,
    },
    scoredWith: "1.9+rules.1",
    createdAt: 0,
    itemsDone: 500,
    callCount: 0,
    promptTokens: 0,
    generatedTokens: 0,
    activeMs: 0,
    ...change,
  };
}

function apart(
  reason: ApartBenchmark["reason"],
  { a = {}, b = {} }: { a?: Partial<ComparedEvaluation>; b?: Partial<ComparedEvaluation> } = {},
): ApartBenchmark {
  return {
    benchmark: { id: "set_1", name: "MATH500" },
    reason,
    evaluations: { a: evaluation("a", a), b: evaluation("b", b) },
  };
}

const PART = { items: 100, of: 500, seed: 0 } as const;

describe("why two are not compared", () => {
  it("tells each part that differs in words of its own", () => {
    const said = APART_PARTS.map((part) =>
      apartReasonWords(
        apart(
          { kind: "protocol", parts: [part], sharedItems: 100 },
          {
            b: {
              subset: PART,
              scoredWith: "1.10+rules.1",
              protocol: {
                ...evaluation("b").protocol,
                promptVersion: "2",
                maxTokens: 512,
                sampled: { samples: 8, temperature: 1, topP: 1 },
              },
            },
          },
        ),
        "sampled",
      ),
    );
    expect(said).toEqual([
      [
        "They were asked other items: A all 500, B 100 of 500, seed 0. They share 100 items; what is left of two choices is a choice that nobody made.",
      ],
      ["The prompt differs: version 1 for A, 2 for B."],
      [
        "The sampling differs: 4 answers at temperature 0.7, top-p 0.95 for A, 8 answers at temperature 1, top-p 1 for B.",
      ],
      ["Answers were cut at another length: 1,024 tokens for A, 512 for B."],
      ["They were graded by other graders: 1.9+rules.1 for A, 1.10+rules.1 for B."],
    ]);
  });

  it("tells what is not there yet", () => {
    expect(
      apartReasonWords(
        apart({ kind: "unfinished", side: "b" }, { b: { status: "paused", itemsDone: 12, subset: PART } }),
        "greedy",
      ),
    ).toEqual([
      "The evaluation of B is paused, with 12 of 100 items done: figures that still grow are not tested.",
    ]);
    expect(apartReasonWords(apart({ kind: "no-pass", side: "a" }), "sampled")).toEqual([
      "A was evaluated without a sampled pass.",
    ]);
  });
});

describe("what to do about it", () => {
  it("is to grade the older anew where the grader alone differs, by its number and not its letters", () => {
    const reason = { kind: "protocol", parts: ["grader"], sharedItems: 500 } as const;
    expect(mendApart(apart(reason, { b: { scoredWith: "1.10+rules.1" } }))).toEqual({
      label: "Grade A anew",
      href: "/evaluations/a",
    });
  });

  it("is to evaluate the smaller again as the larger was", () => {
    const reason = { kind: "protocol", parts: ["items"], sharedItems: 100 } as const;
    const { label, href } = mendApart(apart(reason, { a: { subset: PART } }));
    expect(label).toBe("Evaluate A again as B was");
    const asked = new URL(href, "http://x").searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({ models: "model-a", benchmarks: "set_1", items: "all" });
  });

  it("is to evaluate both where the prompt differs: a new one takes the prompt in force", () => {
    const reason = { kind: "protocol", parts: ["prompt", "grader"], sharedItems: 500 } as const;
    const { label, href } = mendApart(apart(reason));
    expect(label).toBe("Evaluate both again under one protocol");
    expect(new URL(href, "http://x").searchParams.get("models")).toBe("model-a,model-b");
  });

  it("is to look at what is unfinished, and to add the pass that is missing", () => {
    expect(mendApart(apart({ kind: "unfinished", side: "b" })).href).toBe("/evaluations/b");
    const { label, href } = mendApart(apart({ kind: "no-pass", side: "b" }));
    expect(label).toBe("Evaluate B as A was");
    expect(new URL(href, "http://x").searchParams.get("models")).toBe("model-b");
  });
});
