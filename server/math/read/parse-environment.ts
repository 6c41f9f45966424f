import { LIMITS, OutOfBudget } from "../budget";
import type { Branch, Node } from "./ast";
import type { Reader } from "./reader";

const MATRICES = new Set([
  "pmatrix",
  "bmatrix",
  "matrix",
  "Bmatrix",
  "smallmatrix",
  "array",
  "vmatrix",
  "Vmatrix",
]);
const WRAPPING = new Set(["aligned", "align", "align*", "gathered", "equation", "equation*", "split"]);

/** `\begin{pmatrix}...`, `\begin{cases}...`; `\begin` has been read. */
export function parseEnvironment(reader: Reader): Node {
  const name = environmentName(reader);
  if (MATRICES.has(name)) return parseMatrix(reader, name);
  if (name === "cases" || name === "dcases") return parseCases(reader);
  if (!WRAPPING.has(name)) reader.fail();
  while (reader.accept("sign", "&"));
  const inner = reader.nested("opens", () => reader.grammar.list(reader));
  endEnvironment(reader);
  return inner;
}

function environmentName(reader: Reader): string {
  reader.expect("{");
  let name = "";
  while (!reader.sees("sign", "}")) {
    const token = reader.next();
    if (token.kind === "end") reader.fail();
    name += token.text;
  }
  reader.next();
  return name;
}

function endEnvironment(reader: Reader): void {
  if (!reader.accept("command", "end")) reader.fail();
  environmentName(reader);
}

function parseMatrix(reader: Reader, name: string): Node {
  if (name === "array" && reader.sees("sign", "{")) environmentName(reader);
  const rows: Node[][] = [];
  let count = 0;
  while (!reader.sees("command", "end")) {
    const row: Node[] = [];
    do {
      if (++count > LIMITS.items) throw new OutOfBudget();
      row.push(reader.nested("opens", () => reader.grammar.list(reader)));
    } while (reader.accept("sign", "&"));
    rows.push(row);
    if (!reader.accept("command", "\\") && !reader.sees("command", "end")) reader.fail();
    while (reader.accept("command", "hline") || reader.accept("command", "\\"));
  }
  endEnvironment(reader);
  if (name === "Vmatrix" || rows.length === 0) reader.fail();
  return { kind: "matrix", determinant: name === "vmatrix", rows };
}

function parseCases(reader: Reader): Node {
  const branches: Branch[] = [];
  while (!reader.sees("command", "end")) {
    if (branches.length > LIMITS.items) throw new OutOfBudget();
    const value = reader.nested("opens", () => reader.grammar.sum(reader));
    if (!reader.accept("sign", "&")) reader.accept("sign", ",");
    reader.accept("sign", "&");
    branches.push({ value, condition: parseCondition(reader) });
    reader.accept("sign", ".");
    if (!reader.accept("command", "\\") && !reader.sees("command", "end")) reader.fail();
  }
  endEnvironment(reader);
  return { kind: "cases", branches };
}

/** `\text{if } x > 0`, or null for "otherwise". */
function parseCondition(reader: Reader): Node | null {
  const token = reader.peek();
  if (token.kind === "text") {
    reader.next();
    if (/otherwise|else/i.test(token.text)) return null;
    if (reader.sees("command", "\\") || reader.sees("command", "end"))
      return { kind: "text", text: token.text.replace(/^(?:if|when|for)\s+/i, "") };
    if (!/^(?:if|when|for|where)$/i.test(token.text.trim())) reader.fail();
  }
  return reader.nested("opens", () => reader.grammar.list(reader));
}
