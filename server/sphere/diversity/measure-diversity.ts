import { words } from "../similarity";
import type { Chain, DiversityReport } from "../types";
import { countNGrams, type GramCounts } from "./n-grams";
import { operationSignature, type OperationSignature, signatureDistance } from "./operation-signature";
import { selfBleu } from "./self-bleu";

/** Signatures further apart than this are different strategies. */
const SAME_STRATEGY = 0.5;

/**
 * How different solutions are (method: metrics and selection).
 *
 * @param chains as they were sampled, equal ones included: a model that says one thing ten times is not diverse
 * @returns null without chains
 */
export function measureDiversity(chains: readonly Chain[]): DiversityReport | null {
  if (chains.length === 0) return null;
  const tokens = chains.map(({ text }) => words(text));
  const grams = countNGrams(tokens);
  return {
    chains: chains.length,
    distinctN: grams.map(distinctShare),
    selfBleu: selfBleu(
      grams,
      tokens.map(({ length }) => length),
    ),
    answerEntropy: entropy(chains.map(answerClass)),
    strategies: countStrategies(chains.map(({ text }) => operationSignature(text))),
  };
}

/** Distinct n-grams over all n-grams of all texts (Li et al. 2016); 0 where no text has one. */
function distinctShare(texts: readonly GramCounts[]): number {
  const distinct = new Set<number>();
  let all = 0;
  for (const counts of texts)
    for (const [gram, count] of counts) {
      distinct.add(gram);
      all += count;
    }
  return all === 0 ? 0 : distinct.size / all;
}

/** Right answers are one, however they are written; texts without an answer are one more. */
function answerClass({ verdict, extracted }: Chain): string {
  if (verdict === "correct") return "right";
  return extracted === null ? "none" : `wrong: ${words(extracted).join(" ")}`;
}

/** Shannon entropy of the shares, in bits. */
function entropy(classes: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const one of classes) counts.set(one, (counts.get(one) ?? 0) + 1);
  const terms = [...counts.values()].map(
    (count) => (count / classes.length) * Math.log2(classes.length / count),
  );
  return terms.reduce((sum, term) => sum + term, 0);
}

/** Groups joined by distances up to 0.5; between any two groups all distances are larger. */
function countStrategies(signatures: readonly OperationSignature[]): number {
  const open = new Map(signatures.map((signature) => [JSON.stringify(signature.operations), signature]));
  let strategies = 0;
  for (const [key, seed] of open) {
    open.delete(key);
    strategies += 1;
    const joined = [seed];
    for (const one of joined)
      for (const [otherKey, other] of open)
        if (signatureDistance(one, other) <= SAME_STRATEGY && open.delete(otherKey)) joined.push(other);
  }
  return strategies;
}
