import { expect, it } from "vitest";
import { loadTeamSearch, teamFilter } from "./team-search";

const read = (query: string) => teamFilter(loadTeamSearch(new URLSearchParams(query)));

it("the address says of which decisions the figures are; what does not fit is left open", () => {
  expect(read("campaign=camp_all&kind=pair&stage=self-generation")).toEqual({
    campaignId: "camp_all",
    kind: "pair",
    stage: "self-generation",
  });
  expect(read("kind=bogus&stage=4")).toEqual({ campaignId: null, kind: null, stage: null });
  expect(read(`campaign=${"x".repeat(81)}&kind=pair`)).toEqual({
    campaignId: null,
    kind: "pair",
    stage: null,
  });
  expect(read("campaign=")).toEqual({ campaignId: null, kind: null, stage: null });
});
