import type { Node } from "./ast";
import { numberNode } from "./ast";
import { substitute } from "./map-node";
import type { Reader } from "./reader";

/** A longer sum is not written out, and so not read. */
const TERMS = 200;

/** `\sum_{i=1}^{10} i^2` and `\prod`, written out; the command has been read. Bounds must be whole numbers. */
export function parseSeries(reader: Reader, kind: "sum" | "product"): Node {
  reader.expect("_");
  reader.expect("{");
  const index = reader.next();
  if (index.kind !== "word") reader.fail();
  reader.expect("=");
  const from = parseBound(reader);
  reader.expect("}");
  reader.expect("^");
  const braced = reader.accept("sign", "{");
  const to = parseBound(reader);
  if (braced) reader.expect("}");
  if (to < from || to - from >= TERMS) reader.fail();
  const body = reader.nested(reader.bar, () => reader.grammar.factors(reader));
  const terms = Array.from({ length: to - from + 1 }, (_, at) =>
    substitute(body, index.text, numberNode(from + at)),
  );
  return kind === "sum" ? { kind, terms } : { kind, factors: terms };
}

function parseBound(reader: Reader): number {
  const sign = reader.accept("sign", "-") ? -1 : 1;
  const literal = reader.next().number;
  if (literal === undefined || literal.value.d !== 1n || literal.value.n > 1_000_000n) reader.fail();
  return sign * Number(literal.value.n);
}
