import { readAssignment } from "../compare/assignment";
import { variablesOf } from "../read/survey";
import { lastSide } from "./last-side";
import type { Side } from "./last-side";
import { readsAsValue } from "./phrases";

/** What a closing formula concludes: the last side of working, but the whole of `x + y = 5`, which names no value. */
export function conclusionOf(formula: string): Side {
  const side = lastSide(formula);
  if (side.offset === 0) return side;
  const node = readsAsValue(formula);
  if (node?.kind !== "relation" || node.sides.length !== 2 || readAssignment(node) !== null) return side;
  const [left] = node.sides;
  return left !== undefined && variablesOf(left).length > 0 ? { text: formula, offset: 0 } : side;
}
