import type { Branch, NodeOf } from "../read/ast";
import type { Comparison } from "../verdict";
import type { Context } from "./context";
import { NOT_COMPARABLE } from "./context";

/** Two piecewise definitions: every branch has a partner with the same value and the same condition. */
export function compareCases(
  context: Context,
  reference: NodeOf<"cases">,
  candidate: NodeOf<"cases">,
): Comparison {
  if (reference.branches.length !== candidate.branches.length) return NOT_COMPARABLE;
  const rest = [...candidate.branches];
  for (const branch of reference.branches) {
    const at = rest.findIndex((other) => sameBranch(context, branch, other));
    if (at < 0) return { equal: false, rule: "other-cases" };
    rest.splice(at, 1);
  }
  return { equal: true, rule: "same-cases" };
}

function sameBranch(context: Context, a: Branch, b: Branch): boolean {
  if (context.compare(context, a.value, b.value).equal !== true) return false;
  if (a.condition === null || b.condition === null) return a.condition === b.condition;
  return context.compare(context, a.condition, b.condition).equal === true;
}
