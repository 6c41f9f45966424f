import { diffArrays } from "diff";
import { parseMathText } from "@/components/math/parse-math-text";
import type { MathToken } from "@/components/math/tokens";

/** A stretch of one side's text, as the tokens that draw it. */
export interface DifferenceRun {
  readonly changed: boolean;
  readonly tokens: readonly MathToken[];
}

export interface WordDifference {
  readonly a: readonly DifferenceRun[];
  readonly b: readonly DifferenceRun[];
}

/** Longer texts are not compared word by word. */
const LONGEST_TEXT = 8_000;
const MOST_EDITS = 1_000;
/** With less in common nearly every word would be marked, which says nothing. */
const LEAST_COMMON = 1 / 3;

/**
 * What differs between two texts, by words; a formula is one word, so that what is marked can still be drawn.
 * Texts that are too long to compare, or have little in common, come back unmarked.
 * `parse` false compares the raw text, dollars and all.
 */
export function wordDifference(a: string, b: string, options: { readonly parse: boolean }): WordDifference {
  const cut = options.parse ? cutMath : cutPlain;
  if (a.length > LONGEST_TEXT || b.length > LONGEST_TEXT) return wholly(a, b, cut);
  const [left, right] = [cut(a), cut(b)];
  const changes = diffArrays(left, right, {
    comparator: (one, other) => one.raw === other.raw,
    maxEditLength: MOST_EDITS,
  });
  if (changes === undefined) return wholly(a, b, cut);
  const runs = { a: [] as DifferenceRun[], b: [] as DifferenceRun[] };
  let [nextA, nextB] = [0, 0];
  for (const { added, removed, count } of changes) {
    const changed = added || removed;
    if (!added) runs.a.push({ changed, tokens: join(left.slice(nextA, (nextA += count))) });
    if (!removed) runs.b.push({ changed, tokens: join(right.slice(nextB, (nextB += count))) });
  }
  const common = Math.min(commonShare(runs.a), commonShare(runs.b));
  return common < LEAST_COMMON ? wholly(a, b, cut) : { a: bridge(runs.a), b: bridge(runs.b) };
}

/** White space between two changes is part of one change. */
function bridge(runs: readonly DifferenceRun[]): DifferenceRun[] {
  const bridged: DifferenceRun[] = [];
  for (const [index, run] of runs.entries()) {
    const gap = !run.changed && runs[index + 1]?.changed === true && isBlank(run);
    const changed = run.changed || (gap && bridged.at(-1)?.changed === true);
    const last = bridged.at(-1);
    if (last === undefined || last.changed !== changed) bridged.push({ changed, tokens: run.tokens });
    else bridged[bridged.length - 1] = { changed, tokens: join([...last.tokens, ...run.tokens]) };
  }
  return bridged;
}

function isBlank({ tokens }: DifferenceRun): boolean {
  return tokens.every(({ kind, raw }) => kind === "text" && raw.trim() === "");
}

function wholly(a: string, b: string, cut: (text: string) => MathToken[]): WordDifference {
  return { a: [{ changed: false, tokens: join(cut(a)) }], b: [{ changed: false, tokens: join(cut(b)) }] };
}

/** Share of a side's characters, white space apart, that the other side has too; 1 of an empty side. */
function commonShare(runs: readonly DifferenceRun[]): number {
  const length = (some: readonly DifferenceRun[]): number =>
    some.reduce(
      (sum, { tokens }) => sum + tokens.reduce((chars, { raw }) => chars + raw.trim().length, 0),
      0,
    );
  const all = length(runs);
  return all === 0 ? 1 : length(runs.filter(({ changed }) => !changed)) / all;
}

function cutMath(text: string): MathToken[] {
  return parseMathText(text).flatMap((token) => (token.kind === "text" ? cutPlain(token.raw) : [token]));
}

function cutPlain(text: string): MathToken[] {
  return [
    ...text.matchAll(/\\[a-zA-Z]+|(?:\\?\$)?[\p{L}\p{N}_.,]*[\p{L}\p{N}_]|\\\$|\s+|[^\p{L}\p{N}\s]/gu),
  ].map(([raw]) => ({
    kind: "text",
    raw,
    text: raw,
  }));
}

/** Words next to one another become one piece of text again. */
function join(tokens: readonly MathToken[]): MathToken[] {
  const joined: MathToken[] = [];
  let words = "";
  const flush = (): void => {
    if (words !== "") joined.push({ kind: "text", raw: words, text: words.replaceAll(String.raw`\$`, "$") });
    words = "";
  };
  for (const token of tokens) {
    if (token.kind === "text") {
      words += token.raw;
    } else {
      flush();
      joined.push(token);
    }
  }
  flush();
  return joined;
}
