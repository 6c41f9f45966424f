import { contentChance } from "../content-chance";
import { DropCounts } from "../pairs/drop-rules";
import { makePair, type PairValues } from "../pairs/judge-candidate";
import { openStage, type SphereContext } from "../stage";
import type { Chain, SphereProblem, StageOutcome } from "../types";
import { baselineOutcome, sampleSolutions } from "./sampled-solutions";

/** One sample on each side. */
const BY_OUTCOME: PairValues = { qChosen: 1, qRejected: 0, rollouts: 1, valuedBy: "outcome" };

/**
 * Pairs without search (DPO-VP): of N0 samples the longest right one against a wrong one at random, one pair a
 * problem. It asks only that both ended by themselves and can be trained on; the other rules for pairs are the
 * method's and part of what is compared. The draw hangs on the texts alone.
 * @throws NoSamplesError when every sample failed
 */
export async function iidPairs(problem: SphereProblem, context: SphereContext): Promise<StageOutcome> {
  const stage = openStage(problem, "self-generation", context);
  const sampled = await sampleSolutions(stage);
  const [right, wrong] = [sampled.right.filter(opensWell), sampled.wrong.filter(opensWell)];
  const drops = new DropCounts();
  drops.add("boundary", sampled.right.length - right.length + sampled.wrong.length - wrong.length);

  const [chosen] = right.toSorted((a, b) => b.text.length - a.text.length || byText(a, b));
  const rejected = chosen && drawOne(wrong.toSorted(byText), chosen.text);
  if (chosen === undefined || rejected === undefined)
    return baselineOutcome(stage, sampled, { pairs: [], demonstrations: [], drops });
  const candidate = { level: "solution", prefixSteps: 0, correctionId: null, tested: BY_OUTCOME } as const;
  const pair = makePair(stage, { ...candidate, chosen, rejected }, BY_OUTCOME);
  return baselineOutcome(stage, sampled, { pairs: [pair], demonstrations: [], drops });
}

function drawOne(chains: readonly Chain[], seed: string): Chain | undefined {
  const draw = contentChance([seed, ...chains.map(({ text }) => text)].join("/"));
  return chains[Math.floor(draw * chains.length)];
}

/** White space that opens an answer would run into the prompt's last token. */
function opensWell({ text }: Chain): boolean {
  return /^\S/.test(text);
}

function byText(a: Chain, b: Chain): number {
  return a.text < b.text ? -1 : a.text > b.text ? 1 : 0;
}
