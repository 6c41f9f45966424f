import { sha256 } from "@/server/foundation/ids";
import type { Choice, Side, Verdict } from "../review.schema";

interface Place {
  /** Seed of the campaign that hides the order. */
  readonly seed: number;
  readonly number: number;
  readonly userId: string;
}

/** Where blind mode puts the chosen chain: by chance, but always the same for one person and item. */
export function hiddenSide({ seed, number, userId }: Place): Side {
  return Number.parseInt(sha256(JSON.stringify([seed, number, userId])).slice(0, 2), 16) < 128
    ? "left"
    : "right";
}

export function otherSide(side: Side): Side {
  return side === "left" ? "right" : "left";
}

/** What a choice says in the true order, whatever stood where. */
export function verdictOf(choice: Choice, chosenSide: Side): Verdict {
  if (choice !== "left" && choice !== "right") return choice;
  return choice === chosenSide ? "accept" : "swap";
}

interface Ordered<T> {
  readonly chosen: T;
  readonly rejected: T;
}
interface Sided<T> {
  readonly left: T;
  readonly right: T;
}

/** From the true order to the sides as shown. */
export function toSides<T>({ chosen, rejected }: Ordered<T>, chosenSide: Side): Sided<T> {
  return chosenSide === "left" ? { left: chosen, right: rejected } : { left: rejected, right: chosen };
}

/** From the sides as shown to the true order. */
export function toOrder<T>({ left, right }: Sided<T>, chosenSide: Side): Ordered<T> {
  return chosenSide === "left" ? { chosen: left, rejected: right } : { chosen: right, rejected: left };
}
