import { whyApart } from "../pass-key";
import type { BoardGroup } from "./board-view";
import { grouped } from "@/server/foundation/grouped";
import type { BoardMetric } from "./leaderboard.schema";
import { passOf, type KeyedNumber } from "./read-numbers";

interface Held extends Omit<BoardGroup, "parts"> {
  readonly sample: KeyedNumber;
}

/**
 * The numbers of one benchmark by pass key, the ranked group first. Ranked is the group asked for, else the one in which most
 * models have finished, then in which most are at work, then the newest.
 */
export function groupsOf(
  numbers: readonly KeyedNumber[],
  { metric, chosen }: { readonly metric: BoardMetric; readonly chosen: readonly string[] },
): BoardGroup[] {
  const pass = passOf(metric);
  const byKey = grouped(numbers, ({ number }) => number.key);
  const held = [...byKey.values()].flatMap((same) => heldOf(same, metric));
  const wanted = held.find(({ key }) => chosen.includes(key));
  const ordered = held.toSorted(
    (a, b) =>
      Number(b === wanted) - Number(a === wanted) ||
      b.models - a.models ||
      b.atWork - a.atWork ||
      b.newestAt - a.newestAt ||
      (a.key < b.key ? -1 : 1),
  );
  const [ranked] = ordered;
  return ordered.map(({ sample, ...group }) => ({
    ...group,
    parts: ranked === undefined ? [] : whyApart(ranked.sample.keyed, sample.keyed, pass),
  }));
}

function heldOf(same: readonly KeyedNumber[], metric: BoardMetric): Held[] {
  const [sample] = same;
  if (sample === undefined) return [];
  const finished = new Set(
    same.filter(({ number }) => number.status === "finished").map(({ modelId }) => modelId),
  );
  const { protocol, scoredWith } = sample.keyed;
  return [
    {
      sample,
      key: sample.number.key,
      models: finished.size,
      atWork: new Set(same.map(({ modelId }) => modelId)).size - finished.size,
      newestAt: Math.max(...same.map(({ number }) => number.createdAt)),
      subset: sample.number.subset,
      sampling: metric === "greedy" ? null : protocol.sampled,
      maxTokens: protocol.maxTokens,
      promptVersion: protocol.promptVersion,
      grader: scoredWith,
    },
  ];
}
