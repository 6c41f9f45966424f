import { compareAnswers } from "../compare/compare-answers";
import type { RuleId } from "../rules";
import type { Extraction, GradeOptions } from "../verdict";
import { answerBoxes } from "./boxes";
import { endingAnswer } from "./endings";
import { hashAnswer, phraseAnswer, pluralPhraseAnswer, taggedAnswer, weakPhraseAnswer } from "./phrases";
import type { Span } from "./span";

/** A response is read from its end, and no further back than this. */
const WINDOW = 200_000;
const THINKING_ENDS = ["</think>", "</thinking>", "<|end_of_thought|>", "<|begin_of_solution|>"];

/**
 * The answer that a response states, or null when it states none. In order: boxes, `####`, a phrase such as "the answer
 * is", a conclusion at the very end. What follows `</think>` is read first. Never throws.
 */
export function extractAnswer(response: string, options: GradeOptions = {}): Extraction | null {
  const end = contentEnd(response);
  const start = Math.max(0, end - WINDOW);
  const text = response.slice(start, end);
  const spoken = thinkingEnd(text);
  const found = spoken > 0 ? extractFrom(text.slice(spoken), options) : null;
  if (found !== null) return shifted(found, start + spoken);
  const anywhere = extractFrom(text, options);
  return anywhere === null ? null : shifted(anywhere, start);
}

/** The end of the text, before the white space and end marks that follow it. */
function contentEnd(response: string): number {
  let end = response.length;
  while (end > 0 && response.charCodeAt(end - 1) <= 32) end--;
  return end;
}

function thinkingEnd(text: string): number {
  return Math.max(
    0,
    ...THINKING_ENDS.map((mark) => text.lastIndexOf(mark) + (text.includes(mark) ? mark.length : 0)),
  );
}

function extractFrom(text: string, options: GradeOptions): Extraction | null {
  const boxes = answerBoxes(text);
  const [first] = boxes;
  const last = boxes.at(-1);
  if (first !== undefined && last !== undefined) {
    const rule = boxes.length > 1 ? "boxed-list" : last.truncated ? "boxed-truncated" : "boxed";
    // `\boxed{0.5} or \boxed{\frac12}` boxes one answer twice.
    const repeated = boxes.every((box) => compareAnswers(last.text, box.text).equal === true);
    return {
      answer: repeated ? last.text : boxes.map((box) => box.text).join(", "),
      rule,
      start: first.from,
      end: last.to,
    };
  }
  const plain = withoutFence(text).replaceAll(/<\|[a-z_]+\|>|<\/?s>|<\/?answer>/g, (mark) =>
    " ".repeat(mark.length),
  );
  return (
    stated(taggedAnswer(text), "answer-phrase") ??
    stated(hashAnswer(plain), "hash-mark") ??
    stated(phraseAnswer(plain), "answer-phrase") ??
    stated(pluralPhraseAnswer(plain.slice(-300)), "answer-phrase", plain.length - 300) ??
    ended(plain) ??
    stated(weakPhraseAnswer(plain.slice(-600)), "answer-phrase", plain.length - 600) ??
    (options.lastNumber === true ? lastNumber(plain) : null)
  );
}

/** A closing block of code with one line is only a frame around it. */
function withoutFence(text: string): string {
  const block = /```[a-z]*\n([^\n]*)\n```$/.exec(text.slice(-400));
  if (block?.[1] === undefined) return text;
  const line = block[1];
  return `${text.slice(0, text.length - block[0].length)}${" ".repeat(block[0].length - line.length - 5)}\n${line}`;
}

function stated(span: Span | null, rule: RuleId, offset = 0): Extraction | null {
  if (span === null || span.text === "") return null;
  const from = Math.max(0, offset);
  return { answer: span.text, rule, start: span.start + from, end: span.end + from };
}

function ended(text: string): Extraction | null {
  const ending = endingAnswer(text);
  return ending === null ? null : stated(ending, ending.rule);
}

function lastNumber(text: string): Extraction | null {
  const tail = text.slice(-20_000);
  const last = Array.from(tail.matchAll(/-?(?:\d[\d,]*(?:\.\d+)?|\.\d+)(?:\/\d+)?%?/g)).at(-1);
  if (last === undefined) return null;
  const start = text.length - tail.length + last.index;
  const answer = last[0].replace(/,$/, "");
  return { answer, rule: "last-number", start, end: start + answer.length };
}

function shifted(found: Extraction, by: number): Extraction {
  return { ...found, start: found.start + by, end: found.end + by };
}
