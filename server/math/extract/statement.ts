import { formulaAt, formulasIn } from "./formulas";
import { sentenceEnd } from "./sentence";
import { trimmedSpan } from "./span";
import type { Span } from "./span";

const CLAUSE =
  /\s+(?:because|since|as|which|where|when|whenever|so|if|that|but|after|given|from|due|using|considering)\b|,\s*(?:which|because|since|so|as|we|the|where|and (?:we|the))\b|\s+[-–—]\s+[A-Za-z]{3,}\s|\s+\((?=[A-Za-z]{2,}\s)/;
const JOINT = /^\s*(?:,\s*and|,\s*or|and|or|,|;|&)?\s*$/;
const LEADS =
  /^(?:(?:equal to|exactly|simply|just|approximately|about|therefore|thus|then|given by|indeed|clearly|:|\s)+)(?=\S)/i;

/** The answer that a sentence states from `from` on: its formula, its bold part or its plain words. */
export function statedAnswer(text: string, from: number): Span | null {
  let start = from;
  while (/[\s*_:#>`"]/.test(text.charAt(start)) && start < text.length) start++;
  // An item of a list: `The answer is:` and `- 42` in the next line.
  if (text.slice(from, start).includes("\n"))
    start += /^[-•] +/.exec(text.slice(start, start + 8))?.[0].length ?? 0;
  start += LEADS.exec(text.slice(start, start + 60))?.[0].length ?? 0;
  if (start >= text.length) return null;
  const leading = formulaRun(text, start);
  if (leading !== null) return leading;
  const end = sentenceEnd(text, start);
  const sentence = text.slice(start, end);
  const bold = /\*\*([^*\n]+)\*\*/.exec(sentence);
  if (bold?.[1] !== undefined)
    return trimmedSpan(text, start + bold.index + 2, start + bold.index + 2 + bold[1].length);
  const formulas = formulasIn(sentence);
  const last = formulas.at(-1);
  if (last !== undefined && /[A-Za-z]{3}/.test(sentence.slice(0, formulas[0]?.start))) {
    return { text: last.text.trim(), start: start + last.start, end: start + last.end };
  }
  const clause = last === undefined ? CLAUSE.exec(sentence) : null;
  const span = trimmedSpan(text, start, clause === null ? end : start + clause.index);
  return span.text === "" ? null : span;
}

/** A formula, or several with only commas or conjunctions between them. */
function formulaRun(text: string, start: number): Span | null {
  const first = formulaAt(text, start);
  if (first === null || first.text.trim() === "") return null;
  let end = first.end;
  let count = 1;
  for (let at = end; at < end + 12 && at < text.length; at++) {
    if (text.charAt(at) !== "$" && text.charAt(at) !== "\\") continue;
    const next = formulaAt(text, at);
    const between = text.slice(end, at);
    if (next === null || !JOINT.test(between) || between.trim() === "") break;
    end = next.end;
    at = end - 1;
    count++;
  }
  // A bare number, comma or bracket right beside the formula belongs to it: `$69$,84`, `$221,$8$`.
  const beside = /^(?:,?\$?\d[\d,.$]*\d?\$?)/.exec(text.slice(end, end + 40))?.[0] ?? "";
  if (beside !== "") end += beside.length;
  if (count === 1 && beside === "") return { text: first.text.trim(), start, end: first.end };
  return trimmedSpan(text, start, end);
}
