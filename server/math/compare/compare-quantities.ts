import type { Rational } from "../exact/rational";
import type { Node } from "../read/ast";
import { numberNode } from "../read/ast";
import { some } from "../read/survey";
import { conversion, readUnit } from "../read/units";
import type { Unit } from "../read/units";
import type { Comparison } from "../verdict";
import type { Context } from "./context";
import type { Peeled } from "./peel";

/**
 * Two values with what was peeled off them. Percent and degree signs on one side allow both readings; unit words count
 * only where both sides name a known unit and the units disagree.
 */
export function compareQuantities(context: Context, reference: Peeled, candidate: Peeled): Comparison {
  const plainly = context.compare(context, reference.body, candidate.body);
  if (reference.percent !== candidate.percent)
    return comparePercent(context, { reference, candidate, plainly });
  if (reference.degrees !== candidate.degrees)
    return compareDegrees(context, { reference, candidate, plainly });
  const [a, b] = [reference.unit ?? optionUnit(context), candidate.unit];
  if (a === null || b === null || sameUnit(a, b)) return plainly;
  if (a.dimension !== b.dimension)
    return plainly.equal === false ? plainly : { equal: false, rule: "other-unit" };
  const converted = context.compare(context, reference.body, times(candidate.body, conversion(b, a)));
  if (converted.equal === true) return { equal: true, rule: "unit-conversion" };
  return plainly.equal === true ? { equal: "undecided", reason: "units-conflict" } : converted;
}

function optionUnit(context: Context): Unit | null {
  return context.options.unit === undefined ? null : readUnit(context.options.unit);
}

function sameUnit(a: Unit, b: Unit): boolean {
  return a.dimension === b.dimension && a.size.n === b.size.n && a.size.d === b.size.d;
}

interface Readings {
  readonly reference: Peeled;
  readonly candidate: Peeled;
  readonly plainly: Comparison;
}

function comparePercent(context: Context, { reference, candidate, plainly }: Readings): Comparison {
  const other = reference.percent ? candidate : reference;
  if (other.degrees || other.unit !== null) return { equal: false, rule: "other-unit" };
  if (plainly.equal === true) return { equal: true, rule: "percent-reading" };
  const parts = context.compare(context, asPart(reference), asPart(candidate));
  return parts.equal === true ? { equal: true, rule: "percent-reading" } : parts;
}

function compareDegrees(context: Context, { reference, candidate, plainly }: Readings): Comparison {
  const other = reference.degrees ? candidate : reference;
  if (other.unit !== null && other.unit.dimension !== "radian") {
    return plainly.equal === false ? plainly : { equal: false, rule: "other-unit" };
  }
  if (plainly.equal === true && other.unit === null) return plainly;
  if (!some(other.body, isAngle)) return plainly;
  const angles = context.compare(context, asAngle(reference), asAngle(candidate));
  return angles.equal === true ? { equal: true, rule: "degree-reading" } : angles;
}

function times(body: Node, factor: Rational): Node {
  const quotient: Node = { kind: "quotient", top: numberNode(factor.n), bottom: numberNode(factor.d) };
  return { kind: "product", factors: [body, quotient] };
}

function isAngle(part: Node): boolean {
  if (part.kind === "call") return /^a(?:sin|cos|tan|cot|sec|csc)$/.test(part.name);
  return part.kind === "constant" && part.name === "pi";
}

function asPart({ percent, body }: Peeled): Node {
  return percent ? { kind: "quotient", top: body, bottom: numberNode(100) } : body;
}

function asAngle({ degrees, body }: Peeled): Node {
  const pi: Node = { kind: "constant", name: "pi" };
  return degrees
    ? { kind: "quotient", top: { kind: "product", factors: [body, pi] }, bottom: numberNode(180) }
    : body;
}
