import { describe, expect, it } from "vitest";
import { launchRunSchema, sphereConfigSchema } from "@/server/runs/runs.schema";
import { fieldsOf, RUN_FIELDS, type RunField } from "./run-fields";

const paths = [
  ...Object.keys(launchRunSchema.shape).filter((key) => key !== "config" && key !== "dryRun"),
  ...Object.keys(sphereConfigSchema.shape).map((key) => `config.${key}`),
];

describe("table of the launch form's fields", () => {
  it("has every field of the schema and no other", () => {
    expect(Object.keys(RUN_FIELDS).toSorted()).toEqual(paths.toSorted());
  });

  it("puts every field into exactly one group of the form", () => {
    const groups = [
      "what",
      "search",
      "limits",
      "self-generation",
      "self-correction",
      "diversity-induction",
      "pairs",
    ] as const;
    expect(groups.flatMap(fieldsOf).toSorted()).toEqual(paths.toSorted());
  });

  it.each(Object.entries<RunField>(RUN_FIELDS))("%s is explained in one line", (_path, field) => {
    expect(field.label).not.toBe("");
    expect(field.help).toMatch(/^[A-Z].*\.$/);
    expect(field.help.length).toBeLessThanOrEqual(110);
  });

  it("gives no two fields the same label", () => {
    const labels = Object.values(RUN_FIELDS).map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });
});
