import { dictionary } from "./dictionary";
import { LIMITS, OutOfBudget } from "../budget";
import type { Node, Relation } from "./ast";
import type { Reader } from "./reader";
import { isConnective, parseUnit } from "./parse-unit";
import { connectiveOf } from "./split-words";
import { CHANGES_MEANING } from "./vocabulary";

const RELATIONS: ReadonlyMap<string, Relation> = dictionary({
  "=": "=",
  "!=": "!=",
  "<": "<",
  ">": ">",
  "<=": "<=",
  ">=": ">=",
  le: "<=",
  leq: "<=",
  leqslant: "<=",
  ge: ">=",
  geq: ">=",
  geqslant: ">=",
  lt: "<",
  gt: ">",
  ne: "!=",
  neq: "!=",
  in: "in",
  notin: "not-in",
  equiv: "equivalent",
  approx: "=",
  simeq: "=",
  sim: "=",
  coloneqq: "=",
});

/** Items between commas, semicolons, `and`, `or`. A single item is given back bare. */
export function parseList(reader: Reader): Node {
  const items: Node[] = [];
  const joiners = new Set<"comma" | "and" | "or">();
  for (;;) {
    if (items.length >= LIMITS.items) throw new OutOfBudget();
    items.push(parseItem(reader));
    const joiner = parseSeparators(reader);
    if (joiner === null || endsList(reader)) break;
    joiners.add(joiner);
  }
  const [first] = items;
  if (items.length === 1 && first !== undefined) return first;
  const joiner = joiners.has("or") ? "or" : joiners.has("and") ? "and" : "comma";
  return { kind: "list", joiner, items };
}

/** A run such as `, and`. Null where the list ends. */
function parseSeparators(reader: Reader): "comma" | "and" | "or" | null {
  let joiner: "comma" | "and" | "or" | null = null;
  for (;;) {
    const token = reader.peek();
    const connective = token.kind === "text" ? connectiveOf(token.text.replaceAll(/[,;]/g, "")) : null;
    if (connective !== null) joiner = connective;
    else if (token.kind === "sign" && (token.text === "," || token.text === ";")) joiner ??= "comma";
    else if (token.kind === "text" && /^[,;]+$/.test(token.text.trim())) joiner ??= "comma";
    else if (token.kind === "command" && (token.text === "land" || token.text === "wedge")) joiner = "and";
    else if (token.kind === "command" && (token.text === "lor" || token.text === "vee")) joiner = "or";
    else return joiner;
    reader.next();
  }
}

function endsList(reader: Reader): boolean {
  const token = reader.peek();
  if (token.kind === "command" && (token.text === "\\" || token.text === "end")) return true;
  return token.kind === "end" || (token.kind === "sign" && [")", "]", "}"].includes(token.text));
}

function parseItem(reader: Reader): Node {
  skipApproximately(reader);
  const lead = reader.peek();
  if (lead.kind === "text") return parseAfterWords(reader, lead.text);
  return parseRelation(reader, parseSide(reader));
}

function skipApproximately(reader: Reader): void {
  while (
    reader.accept("command", "approx") ||
    reader.accept("command", "therefore") ||
    reader.accept("command", "Rightarrow") ||
    reader.accept("command", "implies") ||
    reader.accept("sign", "=")
  ) {
    if (reader.peek().kind === "end") reader.fail();
  }
}

/** `\text{Area} = 5` names what is computed; `about 5` only introduces it; anything else stays words. */
function parseAfterWords(reader: Reader, words: string): Node {
  reader.next();
  const name: Node = { kind: "text", text: words };
  if (endsItem(reader)) return name;
  reader.accept("sign", ":");
  if (relationAt(reader) !== null) return parseRelation(reader, name);
  if (CHANGES_MEANING.test(words)) reader.fail();
  const body = parseRelation(reader, parseSide(reader));
  return body.kind === "relation" ? body : { kind: "quantity", body, unit: "" };
}

function endsItem(reader: Reader): boolean {
  const token = reader.peek();
  return (
    endsList(reader) ||
    (token.kind === "sign" && (token.text === "," || token.text === ";")) ||
    isConnective(reader)
  );
}

function parseRelation(reader: Reader, first: Node): Node {
  const sides = [first];
  const operators: Relation[] = [];
  for (let operator = relationAt(reader); operator !== null; operator = relationAt(reader)) {
    if (sides.length > 30) throw new OutOfBudget();
    reader.next();
    if (operator === "<" || operator === ">")
      operator = reader.accept("sign", "=") ? (operator === "<" ? "<=" : ">=") : operator;
    skipApproximately(reader);
    operators.push(operator);
    sides.push(parseSide(reader));
  }
  return operators.length === 0 ? first : { kind: "relation", operators, sides };
}

function relationAt(reader: Reader): Relation | null {
  const token = reader.peek();
  if (token.kind === "command" && token.text === "not") return null;
  if (token.kind !== "sign" && token.kind !== "command") return null;
  if (token.kind === "sign" && token.text === ":" && reader.sees("sign", "=", 1)) {
    reader.next();
    return "=";
  }
  return RELATIONS.get(token.text) ?? null;
}

/** One side of a relation: a sum, perhaps a ratio of several, with the unit or words behind it. */
function parseSide(reader: Reader): Node {
  const token = reader.peek();
  if (token.kind === "text") {
    reader.next();
    if (endsItem(reader) || relationAt(reader) !== null) return { kind: "text", text: token.text };
    if (CHANGES_MEANING.test(token.text)) reader.fail();
  }
  const first = reader.grammar.sum(reader);
  const parts = [first];
  while (reader.bar === "opens" && reader.sees("sign", ":") && !reader.sees("sign", "=", 1)) {
    reader.next();
    parts.push(reader.grammar.sum(reader));
  }
  const body: Node = parts.length === 1 ? first : { kind: "ratio", parts };
  return parseUnit(reader, body);
}
