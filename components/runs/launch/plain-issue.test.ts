import { describe, expect, it } from "vitest";
import { launchRunSchema, type LaunchRunInput } from "@/server/runs/runs.schema";
import { plainIssue } from "./plain-issue";

const good = { name: "Run 1", policyModelId: "p", problemSetId: "s" };

function messages(change: Readonly<Record<string, unknown>>): Record<string, string> {
  const input = { ...good, ...change } as LaunchRunInput;
  const parsed = launchRunSchema.safeParse(input, { error: plainIssue });
  return Object.fromEntries(
    (parsed.error?.issues ?? []).map((issue) => [issue.path.join("."), issue.message]),
  );
}

describe("words of the launch form's own checks", () => {
  it.each([
    [{}, {}],
    [{ name: "  " }, { name: "Give the run a name" }],
    [{ name: "n".repeat(121) }, { name: "At most 120 characters." }],
    [{ policyModelId: "" }, { policyModelId: "Choose the policy" }],
    [{ problemCount: null }, { problemCount: "Give a number." }],
    [{ problemCount: 0 }, { problemCount: "At least 1." }],
    [{ problemCount: 200_000 }, { problemCount: "At most 100,000." }],
    [{ seed: 1.5 }, { seed: "Give a whole number." }],
    [{ tokenBudget: null }, {}],
    [{ tokenBudget: 0 }, { tokenBudget: "More than 0." }],
    [{ config: { temperature: 3 } }, { "config.temperature": "At most 2." }],
    [
      { config: { rootSamples: null, topP: 0 } },
      { "config.rootSamples": "Give a number.", "config.topP": "At least 0.05." },
    ],
  ])("%o is answered by %o", (change, expected) => {
    expect(messages(change)).toEqual(expected);
  });
});
