import { firstStop } from "../first-stop";
import { isRunaway } from "../runaway";
import { wellFormed } from "../well-formed";

/** The text is looked at for loops each time it has grown by this many characters. */
const RUNAWAY_EVERY = 64;
/** Tokens that may together still be one unfinished character; more than this is broken UTF-8. */
const MAX_PENDING = 8;

export interface TextStream<T extends number> {
  /** Takes the next token; says why generation must end now, or null to go on. */
  push(token: T): "stop-text" | "runaway" | null;
  /** The text so far: unfinished characters replaced, stop text cut. */
  text(): string;
}

/**
 * Turns tokens into text as they arrive. A character spread over several tokens is held back until it is
 * complete; generation ends at the first stop text or when the text runs away.
 *
 * `decode` gives the text of `tokens` that follow `before` (some vocabularies need it for spaces).
 */
export function createTextStream<T extends number>(
  stop: readonly string[],
  before: readonly T[],
  decode: (tokens: readonly T[], before: readonly T[]) => string,
): TextStream<T> {
  const longestStop = Math.max(0, ...stop.map((s) => s.length));
  let text = "";
  let looked = 0;
  let pending: T[] = [];
  let context = before.slice(-MAX_PENDING);

  const flush = (): void => {
    text += decode(pending, context);
    context = [...context, ...pending].slice(-MAX_PENDING);
    pending = [];
  };

  return {
    push(token) {
      pending.push(token);
      const piece = decode(pending, context);
      if (piece.endsWith("\uFFFD") && pending.length < MAX_PENDING) return null;
      const searchFrom = Math.max(0, text.length - longestStop);
      flush();
      const cut = firstStop(text, stop, searchFrom);
      if (cut !== null) {
        text = text.slice(0, cut);
        return "stop-text";
      }
      if (text.length - looked < RUNAWAY_EVERY) return null;
      looked = text.length;
      return isRunaway(text) ? "runaway" : null;
    },
    text() {
      if (pending.length > 0) flush();
      return wellFormed(text);
    },
  };
}
