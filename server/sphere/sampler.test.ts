import { expect, test } from "vitest";
import { createSampler } from "./sampler";
import { createScriptedIo } from "./testing/scripted-io";

const request = {
  purpose: "rollout",
  role: "policy",
  messages: [{ role: "user", content: "What?" }],
  prefix: "",
  depth: 0,
  n: 2,
  sampling: { temperature: 1, topP: 1, maxTokens: 9, stop: [] },
} as const;

test("a repeated question carries the number of samples asked before, another one starts at nought", async () => {
  const io = createScriptedIo({ answer: "", script: (_, random) => String(random()) });
  const sample = createSampler("self-generation", io);
  const first = await sample(request);
  const second = await sample(request);
  await sample({ ...request, prefix: "Step 1" });
  await sample({ ...request, role: "small" });
  await sample({ ...request, n: 1 });
  expect(io.requests.map(({ ordinal }) => ordinal)).toEqual([0, 2, 0, 0, 4]);
  expect(new Set([...first, ...second].map(({ text }) => text)).size).toBe(4);
});

test("the same question twice at once is refused", async () => {
  const io = createScriptedIo({ answer: "", script: () => "x", shuffle: "a" });
  const sample = createSampler("self-generation", io);
  const first = sample(request);
  await expect(sample(request)).rejects.toThrow("twice at once");
  await first;
});
