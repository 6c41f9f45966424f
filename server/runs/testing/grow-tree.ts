import { contentId } from "@/server/foundation/ids";
import { seededRng, type Rng } from "@/server/foundation/rng";
import type { GrowthStep, PruneReason } from "@/server/sphere/types";

interface GrownNode {
  readonly id: string;
  readonly parent: GrownNode | null;
  readonly depth: number;
  readonly step: string;
  /** How likely a rollout from here comes out right. */
  readonly promise: number;
  readonly pruned: PruneReason | null;
  /** The growth step, and the sample of its call, that first wrote it. */
  readonly call: number;
  readonly sample: number;
  visits: number;
  wins: number;
  chain: number | null;
}

interface GrownChain {
  readonly steps: readonly string[];
  readonly right: boolean;
  readonly end: GrownNode;
  readonly call: number;
  readonly sample: number;
  readonly from: GrownNode;
}

export interface GrownTree {
  readonly nodes: readonly GrownNode[];
  readonly chains: readonly GrownChain[];
  readonly growth: readonly GrowthStep[];
}

const DEEPEST = 8;
const CANDIDATES = 5;
const ROLLOUTS = 4;

/**
 * A search tree as a run might grow it: first samples, then expansions of promising nodes with pruned candidates,
 * each followed by rollouts to the end. Its counts are those of its growth log; the same seed gives the same tree.
 * @param nodes it stops once it has so many
 */
export function growTree(params: { readonly seed: string; readonly nodes: number }): GrownTree {
  const rng = seededRng(params.seed);
  const nodes: GrownNode[] = [];
  const chains: GrownChain[] = [];
  const growth: GrowthStep[] = [];
  const add = (
    parent: GrownNode | null,
    facts: { pruned: PruneReason | null; sample: number },
  ): GrownNode => {
    const depth = parent === null ? 0 : parent.depth + 1;
    const drift = (rng() - 0.5) * 0.5;
    const node: GrownNode = {
      ...facts,
      id: contentId("node", [params.seed, nodes.length]),
      parent,
      depth,
      step: parent === null ? "" : stepOf(depth, rng),
      promise: parent === null ? 0.5 : Math.min(0.98, Math.max(0.02, parent.promise + drift)),
      call: growth.length,
      visits: 0,
      wins: 0,
      chain: null,
    };
    nodes.push(node);
    return node;
  };
  const rollOut = (from: GrownNode, sample: number) => {
    let end = from;
    const added: GrownNode[] = [];
    while (end.depth < DEEPEST && (end.depth < 3 || rng() > 0.25))
      added.push((end = add(end, { pruned: null, sample })));
    const right = rng() < end.promise;
    const steps: string[] = [];
    for (let at: GrownNode | null = end; at !== null; at = at.parent) {
      if (at.parent !== null) steps.unshift(at.step);
      at.visits += 1;
      at.wins += right ? 1 : 0;
    }
    if (end.chain === null) {
      end.chain = chains.length;
      chains.push({ steps, right, end, call: growth.length, sample, from });
    }
    return { added: added.map(({ id }) => id), counted: { end: end.id, right } };
  };
  const rollOuts = (from: GrownNode, kind: GrowthStep["kind"], count: number): void => {
    const made = Array.from({ length: count }, (_, sample) => rollOut(from, sample));
    growth.push({
      kind,
      from: from.id,
      added: made.flatMap(({ added }) => added),
      counted: made.map(({ counted }) => counted),
      best: null,
      worst: null,
    });
  };
  const root = add(null, { pruned: null, sample: 0 });
  rollOuts(root, "root-samples", Math.min(16, Math.max(2, params.nodes / 8)));
  let frontier: GrownNode[] = [root];
  while (nodes.length < params.nodes && frontier.length > 0) {
    const from = frontier.shift() ?? root;
    const made = Array.from({ length: CANDIDATES }, (_, sample) =>
      add(from, { pruned: pruneOf(sample, rng), sample }),
    );
    const plausible = made.filter(({ pruned }) => pruned === null).toSorted((a, b) => b.promise - a.promise);
    growth.push({
      kind: "expansion",
      from: from.id,
      added: made.map(({ id }) => id),
      counted: [],
      best: plausible[0]?.id ?? null,
      worst: plausible.length > 1 ? (plausible.at(-1)?.id ?? null) : null,
    });
    for (const node of plausible) rollOuts(node, "rollouts", ROLLOUTS);
    frontier = [...frontier, ...plausible.filter(({ depth }) => depth < DEEPEST - 1)];
  }
  return { nodes, chains, growth };
}

function pruneOf(candidate: number, rng: Rng): PruneReason | null {
  if (candidate < 2) return null;
  const chance = rng();
  if (chance < 0.35) return "not-kept";
  return chance < 0.5 ? "duplicate" : chance < 0.58 ? "implausible" : chance < 0.62 ? "unparsable" : null;
}

const SENTENCES: readonly ((a: number, b: number) => string)[] = [
  (a, b) => `Let $x = ${a}$ and $y = ${b}$, so that $x + y = ${a + b}$.`,
  (a, b) => `Expand the square: $(x + ${a})^2 = x^2 + ${2 * a}x + ${a * a}$, and compare with $${b}$.`,
  (a, b) =>
    `The sum of the first $${a}$ odd numbers is $${a}^2 = ${a * a}$; take away $${b}$ to get $${a * a - b}$.`,
  (a, b) => `Each of the ${a} boxes holds ${b} pens, which makes $${a} \\cdot ${b} = ${a * b}$ pens.`,
  (a, b) => `By the quadratic formula $x = \\frac{-${a} \\pm \\sqrt{${a * a} + ${4 * b}}}{2}$.`,
  (a, b) => `Divide both sides by $${a}$: $\\frac{${a * b}}{${a}} = ${b}$.`,
  (a, b) => `Since $\\sin^2\\theta + \\cos^2\\theta = 1$, the radius is $\\sqrt{${a * a} + ${b * b}}$.`,
  (a, b) => `She spends \$${a} and has \$${a + b} - \$${a} = \$${b} left.`,
];

function stepOf(depth: number, rng: Rng): string {
  const pick = SENTENCES[Math.floor(rng() * SENTENCES.length)] ?? SENTENCES[0];
  const number = (): number => 2 + Math.floor(rng() * 40);
  return `Step ${depth}: ${pick?.(number(), number()) ?? ""}\n`;
}
