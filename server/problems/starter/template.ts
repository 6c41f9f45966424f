import type { Draw } from "./draw";
import type { Ratio } from "./ratio";
import type { Working } from "./working";

/** What a template makes: the statement, the working, and the value asked for. */
export interface Draft {
  readonly statement: string;
  readonly working: Working;
  readonly answer: Ratio;
}

export interface Template {
  readonly name: string;
  readonly subject: "counting" | "money" | "fractions" | "percent" | "rates" | "geometry";
  readonly make: (draw: Draw) => Draft;
}
