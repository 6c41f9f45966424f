import { describe, expect, it } from "vitest";
import { protocolSchema, type Protocol } from "./evaluations.schema";
import { passKey, whyApart, type KeyedEvaluation } from "./pass-key";

const protocol: Protocol = protocolSchema.parse({
  promptVersion: "1",
  prompt: [{ role: "user", content: "{problem}" }],
  greedy: true,
  sampled: { samples: 4, temperature: 0.7, topP: 0.95 },
  maxTokens: 1024,
  seed: 0,
});
const evaluation: KeyedEvaluation = { protocol, itemsSha256: "items", scoredWith: "2+rules.1" };
const withProtocol = (change: Partial<Protocol>): KeyedEvaluation => ({
  ...evaluation,
  protocol: { ...protocol, ...change },
});

const changes = [
  ["items", { ...evaluation, itemsSha256: "others" }],
  ["prompt", withProtocol({ promptVersion: "2" })],
  ["prompt", withProtocol({ prompt: [{ role: "system", content: "{problem}" }] })],
  ["max-tokens", withProtocol({ maxTokens: 512 })],
  ["grader", { ...evaluation, scoredWith: "3+rules.1" }],
] as const;

describe.each(["greedy", "sampled"] as const)("the key of a %s pass", (pass) => {
  it.each(changes)("parts what differs in %s, and says so", (part, other) => {
    expect(passKey(other, pass)).not.toBe(passKey(evaluation, pass));
    expect(whyApart(evaluation, other, pass)).toEqual([part]);
  });

  it("does not part what differs in the seed alone: the items are the same", () => {
    const other = withProtocol({ seed: 7 });
    expect(passKey(other, pass)).toBe(passKey(evaluation, pass));
    expect(whyApart(evaluation, other, pass)).toEqual([]);
  });
});

it("the samples drawn part the sampled pass and not the greedy one", () => {
  const other = withProtocol({ sampled: { samples: 32, temperature: 0.7, topP: 0.95 } });
  expect(passKey(other, "greedy")).toBe(passKey(evaluation, "greedy"));
  expect(passKey(other, "sampled")).not.toBe(passKey(evaluation, "sampled"));
  expect(whyApart(evaluation, other, "sampled")).toEqual(["sampling"]);
  expect(passKey(evaluation, "greedy")).not.toBe(passKey(evaluation, "sampled"));
});

it("a pass that the protocol does not have has no key", () => {
  expect(passKey(withProtocol({ greedy: false }), "greedy")).toBeNull();
  expect(passKey(withProtocol({ sampled: null }), "sampled")).toBeNull();
  expect(whyApart(evaluation, withProtocol({ sampled: null }), "sampled")).toEqual(["sampling"]);
});

it("what differs in several parts says all of them", () => {
  const other = { ...withProtocol({ maxTokens: 64 }), itemsSha256: "others", scoredWith: "9" };
  expect(whyApart(evaluation, other, "greedy")).toEqual(["items", "max-tokens", "grader"]);
});
