import { describe, expect, it } from "vitest";
import { serverFieldError } from "./server-error";

describe("an error of the server in the launch form", () => {
  it.each([
    [{ field: "policyModelId", fix: "Download it." }, "policyModelId", "It is damaged. Download it."],
    [{ field: "config.topP", fix: null }, "config.topP", "It is damaged."],
  ])("%o stands at its field", (data, path, message) => {
    expect(serverFieldError({ message: "It is damaged.", data })).toEqual({ path, message });
  });

  it.each([[{ field: null, fix: null }], [{ field: "toString", fix: null }], [{ field: "runId" }], [null]])(
    "%o is about the whole form",
    (data) => {
      expect(serverFieldError({ message: "No.", data })).toBeNull();
    },
  );
});
