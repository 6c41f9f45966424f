import { formatCount, formatInteger } from "@/components/ui/format";
import type { GrowthMove } from "@/server/runs/tree-columns";
import type { GrowthKind, PruneReason } from "@/server/sphere/types";
import { type Place, type Tree } from "./tree";

/** Why a candidate was not followed, as it stands in a sentence. */
export const PRUNE_WORDS: Readonly<Record<PruneReason, string>> = {
  duplicate: "duplicate",
  unparsable: "unreadable mathematics",
  "repeated-step": "repeats an earlier step",
  implausible: "implausible",
  "not-kept": "not kept",
};

/** A reason in a full sentence. */
export const PRUNE_MEANINGS: Readonly<Record<PruneReason, string>> = {
  duplicate: "It says the same as another candidate of this step.",
  unparsable: "Its mathematics is unbalanced and cannot be read.",
  "repeated-step": "It says the same as an earlier step of its chain.",
  implausible: "It is too unlikely, or worth too little, to be a plausible step.",
  "not-kept": "It was neither the best nor the worst of its siblings.",
};

/** "the statement", or "step 3". */
function nodeName(tree: Tree, place: Place): string {
  const depth = tree.depth[place] ?? 0;
  return depth === 0 ? "the statement" : `step ${depth}`;
}

/** One step of the growth in words: what was done from where, and what it came to. */
export function describeMove(tree: Tree, move: GrowthMove): string {
  const from = nodeName(tree, move.from < 0 ? tree.root : move.from);
  const count = move.right.length + move.wrong.length;
  const outcome = count === 0 ? "" : `, ${formatInteger(move.right.length)} of ${formatInteger(count)} right`;
  const added = move.added.length === 0 ? "no new step" : formatCount(move.added.length, "new step");
  const rollouts = `${formatCount(count, "rollout")}${outcome}`;
  const solutions = `${formatCount(count, "solution")} written to the end${outcome}; ${added}`;
  const words: Readonly<Record<GrowthKind, string>> = {
    "root-samples": `First samples: ${solutions}`,
    expansion: `Expansion from ${from}: ${candidates(tree, move)}${kept(tree, move)}`,
    rollouts: `Rollouts from ${from}: ${solutions}`,
    "step-test": `Test of ${from}, in search of the first wrong step: ${rollouts}`,
    selection: `Selection after ${from}${kept(tree, move) || "; nothing kept"}`,
    "luck-check": `Check for luck from ${from}: ${rollouts}`,
    corrections: `Corrections from ${from}: ${added}`,
    mistakes: `Plausible mistakes of the small model from ${from}: ${added}`,
  };
  return `${words[move.kind]}.`;
}

function candidates(tree: Tree, { added, right, wrong }: GrowthMove): string {
  const reasons = new Map<PruneReason, number>();
  for (const place of added) {
    const reason = tree.columns.pruned[place] ?? null;
    if (reason !== null && reason !== "not-kept") reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const dropped = [...reasons].map(([reason, count]) => `${formatInteger(count)} ${PRUNE_WORDS[reason]}`);
  const rollouts = right.length + wrong.length;
  return [
    formatCount(added.length, "candidate"),
    ...dropped,
    ...(rollouts === 0
      ? []
      : [`${formatInteger(right.length)} of ${formatInteger(rollouts)} rollouts right`]),
  ].join(", ");
}

const QUOTED = 60;

function kept(tree: Tree, { best, worst }: GrowthMove): string {
  const quote = (place: Place): string => {
    const step = (tree.columns.step[place] ?? "").replace(/\s+/g, " ").trim();
    return `“${step.length > QUOTED ? `${step.slice(0, QUOTED)}…` : step}”`;
  };
  const parts = [
    ...(best < 0 ? [] : [`best kept ${quote(best)}`]),
    ...(worst < 0 ? [] : [`worst kept ${quote(worst)}`]),
  ];
  return parts.length === 0 ? "" : `; ${parts.join(", ")}`;
}
