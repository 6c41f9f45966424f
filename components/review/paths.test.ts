import { describe, expect, it } from "vitest";
import { NO_FILTER } from "@/server/review/review.schema";
import { filterOf, loadScope } from "./filter-params";
import { itemPath, itemsPath, workPath } from "./paths";

describe("addresses of review", () => {
  it("carry the campaign and the filter there and back", () => {
    const filter = {
      ...NO_FILTER,
      kind: "pair" as const,
      marginMax: 0.25,
      lengthMin: 40,
      text: "2 + 2 & more",
    };
    const address = itemPath(12, { campaignId: "camp_all", ...filter });
    expect(address).toMatch(/^\/review\/items\/12\?campaign=camp_all&/);
    const scope = loadScope(new URLSearchParams(address.split("?")[1]));
    expect(scope.campaign).toBe("camp_all");
    expect(filterOf(scope)).toEqual(filter);
  });

  it("are bare without a filter", () => {
    expect(itemsPath(NO_FILTER)).toBe("/review/items");
    expect(itemPath(3)).toBe("/review/items/3");
    expect(workPath("camp_all")).toBe("/review/work?campaign=camp_all");
  });

  it.each([
    "marginMin=2",
    "marginMin=-0.1",
    "lengthMax=1e9",
    "kind=tree",
    "stage=4",
    "text=%20",
    "outcome=yes",
  ])("take %s as if it were not there", (query) => {
    expect(filterOf(loadScope(new URLSearchParams(query)))).toEqual(NO_FILTER);
  });
});
