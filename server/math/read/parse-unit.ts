import { compare } from "../exact/rational";
import type { Node } from "./ast";
import { numberNode } from "./ast";
import type { Reader } from "./reader";
import { connectiveOf } from "./split-words";
import { conversion, readUnit } from "./units";
import { CHANGES_MEANING } from "./vocabulary";

/** `864 \text{ inches}^2`, `5 \text{ km}/\text{h}`. */
export function parseUnit(reader: Reader, body: Node): Node {
  let unit = "";
  for (;;) {
    const token = reader.peek();
    if (token.kind === "text" && !isConnective(reader)) {
      if (CHANGES_MEANING.test(token.text)) reader.fail();
      reader.next();
      unit += ` ${token.text.trim()}`;
    } else if (unit === "" && isBracketedUnit(reader)) {
      reader.next();
      unit += ` ${reader.next().text}`;
      reader.next();
    } else if (unit !== "" && reader.sees("sign", "^")) {
      reader.next();
      unit += `^${unitPower(reader)}`;
    } else if (unit !== "" && (reader.sees("sign", "/") || reader.sees("command", "cdot"))) {
      const sign = reader.next();
      if (reader.peek().kind !== "text") reader.fail();
      unit += sign.text === "/" ? " per" : "";
    } else break;
  }
  if (unit === "") return body;
  const words = unit.trim().replace(/,?\s+and$/i, "");
  return parseSmallerUnit(reader, { body, unit: words });
}

/** `5 (cm)` */
function isBracketedUnit(reader: Reader): boolean {
  return reader.sees("sign", "(") && reader.peek(1).kind === "text" && reader.sees("sign", ")", 2);
}

function unitPower(reader: Reader): string {
  const open = reader.accept("sign", "{");
  const minus = reader.accept("sign", "-") ? "-" : "";
  const token = reader.next();
  if (token.kind !== "number") reader.fail();
  if (open) reader.expect("}");
  return minus + token.text;
}

/** `4 hours 30 minutes`, `5 feet and 6 inches`: an amount in a smaller unit of the same kind, less than one of the larger, adds to it. */
function parseSmallerUnit(reader: Reader, larger: { body: Node; unit: string }): Node {
  const whole: Node = { kind: "quantity", ...larger };
  const position = reader.position;
  if (isConnective(reader) && connectiveOf(reader.peek().text) === "and") reader.next();
  else reader.accept("sign", ",");
  const number = reader.next().number;
  const unit = readUnit(larger.unit);
  if (
    number !== undefined &&
    unit !== null &&
    !unit.dimension.includes("/") &&
    reader.peek().kind === "text"
  ) {
    const smaller = parseUnit(reader, { kind: "number", literal: number });
    const measure = smaller.kind === "quantity" ? readUnit(smaller.unit) : null;
    if (smaller.kind === "quantity" && measure !== null && measure.dimension === unit.dimension) {
      const factor = conversion(measure, unit);
      const amount = { n: number.value.n * factor.n, d: number.value.d * factor.d };
      if (amount.n < amount.d && compare(measure.size, unit.size) < 0) {
        const part: Node = { kind: "quotient", top: numberNode(factor.n), bottom: numberNode(factor.d) };
        const sum: Node = {
          kind: "sum",
          terms: [larger.body, { kind: "product", factors: [smaller.body, part] }],
        };
        return { kind: "quantity", body: sum, unit: larger.unit };
      }
    }
  }
  reader.rewind(position);
  return whole;
}

export function isConnective(reader: Reader): boolean {
  const token = reader.peek();
  return token.kind === "text" && connectiveOf(token.text) !== null;
}
