import type { Node } from "./ast";
import { parseBase } from "./parse-number";
import type { Reader } from "./reader";

/** `(...)` or `[...]`: a grouping, a tuple or an interval, with either bracket at either end. */
export function parseBracket(reader: Reader): Node {
  const open = reader.next().text;
  if (reader.sees("sign", ")") || reader.sees("sign", "]")) {
    return { kind: "tuple", open, close: reader.next().text, items: [] };
  }
  const inner = reader.nested("opens", () => reader.grammar.list(reader));
  const close = reader.peek().text;
  if (!reader.accept("sign", ")") && !reader.accept("sign", "]")) reader.fail();
  if (inner.kind === "list" && inner.joiner === "comma")
    return { kind: "tuple", open, close, items: inner.items };
  if ((open === "(") !== (close === ")")) reader.fail();
  if (reader.sees("sign", "_") && inner.kind === "number") {
    return { kind: "based", digits: inner.literal.value.n.toString(), base: parseBase(reader) };
  }
  return inner;
}

/** A TeX group is invisible, but a comma in it shows that `\{` lost its backslash. */
export function parseGroup(reader: Reader): Node {
  reader.next();
  if (reader.accept("sign", "}")) return emptyGroup(reader);
  return reader.nested("opens", () => {
    const inner = reader.grammar.list(reader);
    if (reader.accept("command", "choose")) {
      const lower = reader.grammar.list(reader);
      reader.expect("}");
      return { kind: "call", name: "binom", args: [inner, lower] };
    }
    if (reader.accept("command", "over")) {
      const bottom = reader.grammar.list(reader);
      reader.expect("}");
      return { kind: "quotient", top: inner, bottom };
    }
    reader.expect("}");
    return inner.kind === "list" && inner.joiner === "comma" ? { kind: "set", items: inner.items } : inner;
  });
}

/** `{}` stands for nothing, as in `{}^{2}x`; the operand is what follows. */
function emptyGroup(reader: Reader): Node {
  return reader.peek().kind === "end" ? reader.fail() : reader.grammar.factor(reader);
}

/** `\{1,2\}`, `\{x \mid x > 3\}`, `\{\}`. */
export function parseSet(reader: Reader): Node {
  if (reader.accept("command", "}")) return { kind: "set", items: [] };
  return reader.nested("closes", () => {
    const inner = reader.grammar.list(reader);
    if (reader.accept("sign", "|") || reader.accept("sign", ":") || reader.accept("command", "mid")) {
      reader.bar = "opens";
      const condition = reader.grammar.list(reader);
      reader.expect("}");
      return { kind: "builder", element: inner, condition };
    }
    reader.expect("}");
    return { kind: "set", items: inner.kind === "list" ? inner.items : [inner] };
  });
}

/** `|x|` and `\|v\|`. */
export function parseBar(reader: Reader): Node {
  const bar = reader.next();
  const inner = reader.nested("closes", () => reader.grammar.list(reader));
  if (
    bar.kind === "end" ||
    (!reader.accept("sign", "|") && !reader.accept("command", "|") && !reader.accept("command", "rvert"))
  ) {
    reader.fail();
  }
  return { kind: "call", name: "abs", args: [inner] };
}
