/** Some of the bench's annotators as a process of their own, with a connection of its own. Reports over IPC and ends. */
import { randomUUID } from "node:crypto";
import process from "node:process";
import { z } from "zod";
import { openDatabase } from "@/db/client";
import { reviewCaller, type CrowdReport } from "./review";

const { file, campaignId, people, decisions } = z
  .object({
    file: z.string(),
    campaignId: z.string(),
    people: z.array(z.number()),
    decisions: z.number(),
  })
  .parse(JSON.parse(process.argv[2] ?? ""));

const { db, sqlite } = openDatabase(file);
const desks = people.map((at) => {
  const actor = { id: `annotator-${at}`, name: `Annotator ${at}`, role: "annotator" } as const;
  return { review: reviewCaller(db, actor), hand: [] as { number: number; lease: string | null }[] };
});
const report: CrowdReport = { acts: [], times: [] };

/** As the page does it: one item in view, the next one fetched already. */
async function fetchNext({ review, hand }: (typeof desks)[number]): Promise<void> {
  const answer = await review.next({ campaignId, except: hand.map(({ number }) => number) });
  if ("item" in answer) hand.push({ number: answer.item.number, lease: answer.item.lease?.id ?? null });
}

for (const desk of desks) {
  await fetchNext(desk);
  await fetchNext(desk);
}
const choices = ["accept", "accept", "reject", "swap", "tie"] as const;
for (let turn = 0; report.acts.length < decisions; turn++) {
  const desk = desks[turn % desks.length];
  const item = desk?.hand.shift();
  if (desk === undefined || item === undefined) throw new Error("An annotator ran out of items.");
  const actId = randomUUID();
  const started = performance.now();
  await desk.review.decide({
    actId,
    campaignId,
    number: item.number,
    leaseId: item.lease,
    choice: choices[turn % choices.length] ?? "accept",
    reasons: turn % 3 === 0 ? ["arithmetic-slip"] : [],
  });
  await fetchNext(desk);
  report.times.push(performance.now() - started);
  report.acts.push(actId);
}
sqlite.close();
process.send?.(report, () => process.disconnect());
