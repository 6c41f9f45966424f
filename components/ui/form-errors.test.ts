import { describe, expect, it } from "vitest";
import { fieldError, otherError } from "./form-errors";

const refused = { message: "Not GGUF.", data: { field: "path", fix: "Give another." } };

describe("where a refusal is said", () => {
  it("stands at its field, with the fix", () => {
    expect(fieldError(refused, "path")).toBe("Not GGUF. Give another.");
    expect(fieldError({ message: "Taken.", data: { field: "name", fix: null } }, "name")).toBe("Taken.");
  });

  it("does not stand at another field, and nothing stands without an error", () => {
    expect(fieldError(refused, "name")).toBeNull();
    expect(fieldError(null, "path")).toBeNull();
  });

  it("is the form's own when it names no field of the form", () => {
    expect(otherError(refused, ["path", "name"])).toBeNull();
    expect(otherError(refused, ["name"])).toBe(refused);
    expect(otherError({ message: "Lost." }, ["name"])).toEqual({ message: "Lost." });
    expect(otherError(null, ["name"])).toBeNull();
  });
});
