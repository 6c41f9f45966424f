import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { corrections, pairs, type reviewItems } from "@/db/schema";
import { AppError } from "@/server/foundation/errors";
import { readChains } from "@/server/runs/lineage.repo";
import type { ChatMessage } from "@/server/sphere/io";
import { splitSteps } from "@/server/sphere/split-steps";
import { stepsAfter } from "@/server/sphere/steps-after";
import type { ItemSide } from "../item-view.schema";

type ItemRow = typeof reviewItems.$inferSelect;
type PairRow = typeof pairs.$inferSelect;
type CorrectionRow = typeof corrections.$inferSelect;
type ChainRow = ReturnType<typeof readChains> extends Map<string, infer Row> ? Row : never;

export interface SourceSide extends ItemSide {
  readonly chain: ChainRow;
}

/** What an item sets side by side, in the true order. */
export interface ItemSource {
  readonly shared: readonly string[];
  readonly prompt: readonly ChatMessage[] | null;
  readonly chosen: SourceSide;
  readonly rejected: SourceSide;
  /** The pair of the item; for a correction one that was made of it, if there is one. */
  readonly pair: PairRow | null;
  /** The correction of the item, or the one behind its pair. */
  readonly correction: CorrectionRow | null;
}

type Source = Pick<Db, "select">;

/**
 * Reads both chains of an item from its run's rows.
 * @throws AppError when the run was removed since
 */
export function readSides(db: Source, item: ItemRow): ItemSource {
  const found = item.kind === "pair" ? sidesOfPair(db, item) : sidesOfCorrection(db, item);
  if (found === null) {
    throw new AppError("not-found", `The texts of item ${item.number} are gone: its run was removed.`, {
      field: "number",
    });
  }
  return found;
}

function sidesOfPair(db: Source, item: ItemRow): ItemSource | null {
  const pair = db
    .select()
    .from(pairs)
    .where(eq(pairs.id, item.pairId ?? ""))
    .get();
  if (pair === undefined) return null;
  const chains = chainsOf(db, pair.chosenChainId, pair.rejectedChainId);
  if (chains === null) return null;
  const correction = pair.correctionId === null ? null : findCorrection(db, pair.correctionId);
  const { prompt, prefix, prefixSteps, chosen, rejected } = pair;
  // A reflection is compared as it was written: the chain holds only the solution at its end.
  const steps = (text: string, chain: ChainRow): readonly string[] =>
    pair.level === "correction-turn" ? stepsOfText(text) : stepsAfter(chain.steps, prefix.length);
  return {
    prompt,
    shared: prefix === "" ? [] : chains.rejected.steps.slice(0, prefixSteps),
    chosen: { steps: steps(chosen, chains.chosen), raw: chosen, chain: chains.chosen },
    rejected: { steps: steps(rejected, chains.rejected), raw: rejected, chain: chains.rejected },
    pair,
    correction,
  };
}

function sidesOfCorrection(db: Source, item: ItemRow): ItemSource | null {
  const correction = findCorrection(db, item.correctionId ?? "");
  if (correction?.chainId == null) return null;
  const chains = chainsOf(db, correction.chainId, correction.wrongChainId);
  if (chains === null) return null;
  return {
    prompt: null,
    shared: [],
    chosen: whole(chains.chosen),
    rejected: whole(chains.rejected),
    pair: pairOfCorrection(db, correction),
    correction,
  };
}

function whole(chain: ChainRow): SourceSide {
  return { steps: chain.steps, raw: chain.steps.join(""), chain };
}

/** A pair that holds this repair against this wrong chain; its values are the correction's. */
function pairOfCorrection(db: Source, { id, chainId, wrongChainId }: CorrectionRow): PairRow | null {
  const made = db.select().from(pairs).where(eq(pairs.correctionId, id)).orderBy(pairs.position).all();
  return (
    made.find(
      (pair) =>
        pair.level !== "correction-turn" &&
        pair.chosenChainId === chainId &&
        pair.rejectedChainId === wrongChainId,
    ) ?? null
  );
}

function findCorrection(db: Source, id: string): CorrectionRow | null {
  return db.select().from(corrections).where(eq(corrections.id, id)).get() ?? null;
}

function chainsOf(
  db: Source,
  chosenId: string,
  rejectedId: string,
): { readonly chosen: ChainRow; readonly rejected: ChainRow } | null {
  const chains = readChains(db, [chosenId, rejectedId]);
  const [chosen, rejected] = [chains.get(chosenId), chains.get(rejectedId)];
  return chosen === undefined || rejected === undefined ? null : { chosen, rejected };
}

function stepsOfText(text: string): readonly string[] {
  const { steps } = splitSteps(text);
  return steps.length === 0 ? [text] : steps;
}
