import type { Rng } from "@/server/foundation/rng";
import { ratio, write, type Ratio } from "./ratio";

const names =
  "Ada Amir Anna Ben Bilal Carla Chen Dana Diego Elif Emma Farid Fiona Goran Hana Ines Ivan Jamal Jun Kofi Lena Leo Lucia Mara Mateo Mina Nadia Noah Olga Omar Petra Priya Quinn Rosa Ruth Sami Sofia Tariq Thea Uma Viktor Wanda Yara Zoe".split(
    " ",
  );

/** Things that are counted: one, many. */
const things = [
  ["apple", "apples"],
  ["marble", "marbles"],
  ["sticker", "stickers"],
  ["pencil", "pencils"],
  ["shell", "shells"],
  ["button", "buttons"],
  ["postcard", "postcards"],
  ["tile", "tiles"],
  ["walnut", "walnuts"],
  ["bead", "beads"],
  ["stamp", "stamps"],
  ["lemon", "lemons"],
] as const;

/** Things that are bought. */
const goods = [
  ["notebook", "notebooks"],
  ["ticket", "tickets"],
  ["cup", "cups"],
  ["scarf", "scarves"],
  ["candle", "candles"],
  ["poster", "posters"],
  ["plant", "plants"],
  ["sandwich", "sandwiches"],
  ["ruler", "rulers"],
  ["lamp", "lamps"],
] as const;

/** Random parts of a statement, all from one stream. */
export class Draw {
  readonly #rng: Rng;

  constructor(rng: Rng) {
    this.#rng = rng;
  }

  /** A whole number, both ends included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.#rng() * (high - low + 1));
  }

  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.#rng() * items.length)];
    if (item === undefined) throw new RangeError("There is nothing to pick from.");
    return item;
  }

  /** Different first names. */
  people(): readonly [string, string] {
    const first = this.int(0, names.length - 1);
    const second = (first + this.int(1, names.length - 1)) % names.length;
    return [names[first] ?? "Ada", names[second] ?? "Ben"];
  }

  person(): string {
    return this.people()[0];
  }

  thing(): readonly [string, string] {
    return this.pick(things);
  }

  good(): readonly [string, string] {
    return this.pick(goods);
  }

  /** An amount between two whole amounts, in quarters. */
  price(low: number, high: number): Ratio {
    return ratio(this.int(low * 4, high * 4), 4);
  }

  /** A proper fraction with a small denominator. */
  fraction(): Ratio {
    const d = this.int(3, 9);
    return ratio(this.int(1, d - 1), d);
  }
}

/** `$3` or `$3.75`. */
export const dollars = (value: Ratio): string => `$${write(value, "money")}`;

/** `$\frac{2}{3}$`, for a statement. */
export const inMath = (value: Ratio): string => `$${write(value, "fraction")}$`;
