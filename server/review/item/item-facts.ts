import type { ItemFacts, SideFacts } from "../item-view.schema";
import type { ItemSource, SourceSide } from "./read-sides";
import { otherSide, toSides } from "./true-order";
import type { Viewing } from "./viewing";

/** What the machine says of an item: everything that blind mode hides. */
export function factsOf({ found, chosenSide }: Viewing, source: ItemSource): ItemFacts {
  const { item, runName } = found;
  const { pair, correction } = source;
  const asWritten = pair?.level === "correction-turn" && item.kind === "pair";
  const sides = {
    chosen: sideFacts(source.chosen, {
      firstWrongStep: asWritten ? null : source.chosen.chain.firstWrongStep,
      value: pair?.qChosen ?? null,
    }),
    rejected: sideFacts(source.rejected, {
      firstWrongStep: asWritten ? null : (pair?.firstWrongStep ?? source.rejected.chain.firstWrongStep),
      value: pair?.qRejected ?? null,
    }),
  };
  // A reflection is one of the sides itself where replies are compared; its claim is no claim about the other.
  const claims = correction !== null && !asWritten && correction.wrongChainId === source.rejected.chain.id;
  return {
    chosenSide,
    ...toSides(sides, chosenSide),
    runId: item.runId,
    runName,
    stage: item.stage,
    pairLevel: item.kind === "pair" ? (pair?.level ?? null) : null,
    bucket: item.bucket,
    margin: item.margin,
    rollouts: item.rollouts,
    valuedBy: item.kind === "pair" ? (pair?.valuedBy ?? null) : item.valuedBy,
    similarity: pair?.similarity ?? null,
    doubt: item.doubt,
    pairId: pair?.id ?? null,
    correctionId: correction?.id ?? null,
    refusedBy: item.kind === "correction" ? (correction?.refusedBy ?? null) : null,
    claim:
      correction !== null && claims
        ? {
            side: otherSide(chosenSide),
            step: correction.claimedStep,
            explanation: correction.explanation,
          }
        : null,
  };
}

function sideFacts({ chain }: SourceSide, known: Pick<SideFacts, "firstWrongStep" | "value">): SideFacts {
  const { id, verdict, extracted, rule, callId } = chain;
  return { chainId: id, verdict, extracted, rule, callId, ...known };
}
