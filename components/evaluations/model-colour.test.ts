import { expect, it } from "vitest";
import { modelColour, modelMarks } from "./model-colour";

const ids = Array.from({ length: 60 }, (_, index) => `model_${String(index)}`);

it("a model has one colour, whatever stands beside it", () => {
  const alone = modelMarks(["model_7"]).get("model_7");
  const among = modelMarks(ids).get("model_7");
  expect(alone?.colour).toBe(among?.colour);
  expect(modelColour("model_7")).toBe(alone?.colour);
});

it("all colours are used, and every one is in the style sheet's range", () => {
  const used = new Set(ids.map(modelColour));
  expect(used.size).toBe(12);
  for (const colour of used) expect(colour).toMatch(/^var\(--model-(\d|1[01])\)$/);
});

it("two models of one picture that share a colour differ in shape", () => {
  const colour = modelColour("model_0");
  const [a, b] = ids.filter((id) => modelColour(id) === colour);
  const marks = modelMarks([a ?? "", b ?? ""]);
  expect(new Set([...marks.values()].map(({ shape }) => shape)).size).toBe(2);
});
