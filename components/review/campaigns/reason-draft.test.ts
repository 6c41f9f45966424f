import { describe, expect, it } from "vitest";
import { saveReasonsSchema } from "@/server/review/campaigns.schema";
import { codeOf, draftsOf, moved, toSave } from "./reason-draft";

const drafts = draftsOf(
  ["a", "b", "c"].map((code) => ({ code, label: code.toUpperCase(), help: "", active: true, used: false })),
);

describe("reason codes", () => {
  it.each([
    ["Arithmetic slip", "arithmetic-slip"],
    ["  Sign (+/-) error! ", "sign-error"],
    ["2 answers", "answers"],
    ["Café", "cafe"],
    ["…", ""],
    ["a very long reason that goes on and on and on", "a-very-long-reason-that-goes-on-and-on"],
  ])("are made from words: %s", (label, code) => {
    expect(codeOf(label)).toBe(code);
    expect(saveReasonsSchema.safeParse({ reasons: [{ code, label: "x" }] }).success).toBe(code !== "");
  });

  it.each([
    ["a", 1, "bac"],
    ["c", -1, "acb"],
    ["a", -1, "abc"],
    ["c", 1, "abc"],
    ["gone", 1, "abc"],
  ] as const)("%s moved by %i: %s", (key, by, order) => {
    expect(
      moved(drafts, key, by)
        .map(({ code }) => code)
        .join(""),
    ).toBe(order);
  });

  it("are saved as the schema wants them", () => {
    expect(saveReasonsSchema.safeParse({ reasons: toSave(drafts) }).success).toBe(true);
  });
});
