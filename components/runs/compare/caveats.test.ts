import { expect, it } from "vitest";
import { caveats, type Comparable } from "./caveats";

type Run = Comparable["a"]["run"];

function compared(a: Partial<Run>, b: Partial<Run>, rest: Partial<Comparable> = {}): string[] {
  const side = (name: string, run: Partial<Run>): Comparable["a"] => ({
    run: { name, kind: "sphere", status: "finished", problemCount: 10, policyModelId: "p", ...run },
  });
  return caveats({ a: side("A", a), b: side("B", b), versions: [], sharedProblems: 10, ...rest });
}

it("has nothing to say about two runs over the same problems by the same versions", () => {
  expect(compared({}, {})).toEqual([]);
});

it.each([
  [{}, {}, { sharedProblems: 0 }, "share no problem"],
  [{}, { problemCount: 4 }, { sharedProblems: 4 }, "share 4 problems of 10 and 4"],
  [{}, { policyModelId: "q" }, {}, "policies differ"],
  [{ status: "running" }, {}, {}, "A is running"],
  [{}, { status: "cancelled" }, {}, "B was cancelled"],
  [{ kind: "rejection-sampling" }, {}, {}, "no pairs"],
  [{}, {}, { versions: [{ path: "graderVersion", before: "1", after: "2" }] }, "grader"],
  [{}, {}, { versions: [{ path: "promptVersion", before: "1", after: "2" }] }, "prompts"],
] as const)("with %o and %o and %o says: %s", (...row) => {
  const [a, b, rest, words] = row;
  const found = compared(a, b, rest);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(words);
});
