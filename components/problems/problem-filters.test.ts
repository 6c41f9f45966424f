import { describe, expect, it } from "vitest";
import { toListInput } from "./problem-filters";

const none = { q: "", level: "", subject: "", overlap: false, page: 1 };

describe("toListInput", () => {
  it("asks for all when nothing is filtered", () => {
    expect(toListInput("set_1", none)).toEqual({
      setId: "set_1",
      search: "",
      level: null,
      subject: null,
      overlap: false,
      page: 1,
    });
  });

  it("survives an edited URL", () => {
    const input = toListInput("set_1", { ...none, q: "x".repeat(500), page: -4 });
    expect(input.search).toHaveLength(200);
    expect(input.page).toBe(1);
  });
});
