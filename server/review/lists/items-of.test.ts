import { expect, it } from "vitest";
import { reviewItems } from "@/db/schema";
import { openActs } from "../acts/testing/open-acts";

it("finds the items of pairs and corrections, and leaves out what is none", async () => {
  const open = openActs({ items: 20, perProblem: 10 });
  const rows = open.db.select().from(reviewItems).all();
  const pairIds = rows.flatMap(({ pairId }) => pairId ?? []);
  const correctionIds = rows.flatMap(({ correctionId }) => correctionId ?? []);
  const found = await open
    .person("rae", "reader")
    .review.items.of({ pairIds: [...pairIds, "no-pair"], correctionIds });
  const expected = rows.map((row) => ({ id: row.correctionId ?? row.pairId, number: row.number }));
  expect(correctionIds).not.toHaveLength(0);
  expect(found.toSorted((a, b) => a.number - b.number)).toEqual(expected);
});
