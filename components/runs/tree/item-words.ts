import { formatCount, formatDecimal, formatInteger } from "@/components/ui/format";
import { TERMINAL_WORDS } from "@/components/runs/problem/words";
import { stripStepLabel } from "@/server/sphere/step-key";
import { prunedReasons, type Item } from "./fold";
import { PRUNE_WORDS } from "./growth-words";
import { lookOf, type Scene } from "./scene";
import type { EndKind, Place, Tree } from "./tree";

export const END_WORDS: Readonly<Record<EndKind, string>> = {
  right: "right",
  wrong: "wrong",
  other: "not decided",
};

/** "3 pruned: not kept, duplicate": why branches under a node were not followed. */
export function prunedWords(tree: Tree, place: Place): string {
  const reasons = prunedReasons(tree, place);
  const count = reasons.reduce((sum, [, each]) => sum + each, 0);
  return `${formatInteger(count)} pruned: ${reasons.map(([reason]) => PRUNE_WORDS[reason]).join(", ")}`;
}

/** The step without its number, which its depth says already. */
export function stepText(tree: Tree, place: Place): string {
  return stripStepLabel(tree.columns.step[place] ?? "").trim();
}

const SPOKEN = 200;

/** All that an item shows, for those who hear it. */
export function itemWords(scene: Scene, item: Item): string {
  const { tree } = scene;
  if (item.kind === "pruned") {
    return `${prunedWords(tree, item.place)}; ${item.open === true ? "shown" : `${formatCount(item.hidden, "step")} folded away`}`;
  }
  const look = lookOf(scene, item.place);
  const { columns } = tree;
  const score = columns.score[item.place] ?? null;
  const reward = columns.reward[item.place] ?? null;
  const pruned = columns.pruned[item.place] ?? null;
  const terminal = columns.terminal[item.place] ?? null;
  const text = item.place === tree.root ? "" : stepText(tree, item.place).slice(0, SPOKEN);
  return [
    item.place === tree.root ? "Statement" : `Step ${item.depth}`,
    ...(look.exists ? [] : ["not there yet"]),
    ...(look.dim ? ["left out by the filter"] : []),
    look.value === null
      ? "no rollout"
      : `value ${formatDecimal(look.value)}, ${formatInteger(look.wins)} of ${formatCount(look.visits, "rollout")} right`,
    ...(score === null ? [] : [`score ${formatDecimal(score)}`]),
    ...(reward === null ? [] : [`reward ${formatDecimal(reward)}`]),
    ...(look.kept === null ? [] : [`on the ${look.kept} path`]),
    ...(pruned === null ? [] : [`pruned: ${PRUNE_WORDS[pruned]}`]),
    ...(look.end === null ? [] : [`ends here, ${END_WORDS[look.end]}`]),
    ...(terminal === null || terminal === "boxed" ? [] : [TERMINAL_WORDS[terminal]]),
    ...(item.hidden === 0 ? [] : [`${formatCount(item.hidden, "step")} folded away`]),
    ...(scene.matches.has(item.place) ? ["matches the search"] : []),
    ...(text === "" ? [] : [text]),
  ].join("; ");
}
