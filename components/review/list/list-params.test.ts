import { describe, expect, it } from "vitest";
import { listItemsSchema } from "@/server/review/review.schema";
import { loadListSearch, statePath, toItemsInput, viewPath, viewQuery } from "./list-params";

const search = (query: string) => loadListSearch(new URLSearchParams(query));

describe("the list in the address", () => {
  it.each([
    "campaign=camp_all&kind=pair&state=conflict&text=two%20words",
    "sort=random&seed=42&marginMax=0.25&lengthMin=100",
    "",
  ])("comes back from a saved view: %s", (query) => {
    const kept = viewPath(viewQuery({ ...search(query), page: 7 }));
    expect(search(kept.split("?")[1] ?? "")).toEqual(search(query));
  });

  it.each(["seed=99999999999", "page=0", "page=x", "sort=best", "state=done"])(
    "takes %s as if it were not there",
    (query) => {
      expect(search(query)).toEqual(search(""));
    },
  );

  it("asks for no state without a campaign", () => {
    expect(toItemsInput(search("state=conflict")).state).toBeNull();
    expect(listItemsSchema.safeParse(toItemsInput(search("state=conflict"))).success).toBe(true);
  });

  it("leads to the conflicts of a campaign", () => {
    expect(search(statePath("camp_all", "conflict").split("?")[1] ?? "")).toMatchObject({
      campaign: "camp_all",
      state: "conflict",
    });
  });
});
