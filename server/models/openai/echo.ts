import { z } from "zod";

const echoed = z.object({
  tokens: z.array(z.string()),
  token_logprobs: z.array(z.number().nullable()),
  text_offset: z.array(z.number().int()).nullish(),
});
type Echoed = z.infer<typeof echoed>;

/** A plain completion that repeats its prompt, with the log-probability of each token. */
export const echoAnswer = z.object({ choices: z.array(z.object({ logprobs: echoed })).min(1) });

/** Servers count characters by code points. */
const lengthOf = (text: string): number => Array.from(text).length;

/**
 * Log-probabilities of the tokens of `text` in the echo of `head + text`; none where the server did not echo. One that reaches over
 * the boundary between the two is counted, what was generated after the text is not.
 */
export function echoedLogprobs(
  { tokens, token_logprobs: logprobs, text_offset: offsets }: Echoed,
  { head, text }: { readonly head: string; readonly text: string },
): number[] {
  // A start token that the server puts before the prompt shifts everything.
  const at = tokens.join("").indexOf(head + text);
  const starts = startsOf(tokens, offsets ?? []);
  const shift = at < 0 ? 0 : lengthOf(tokens.join("").slice(0, at));
  const from = shift + lengthOf(head);
  const to = from + lengthOf(text);
  return tokens.flatMap((token, index) => {
    const start = starts[index] ?? 0;
    const logprob = logprobs[index] ?? null;
    const within = start < to && start + lengthOf(token) > from;
    return within && logprob !== null ? [logprob] : [];
  });
}

/** The server's own offsets where they are told, since a character cut into tokens has no length of its own. */
function startsOf(tokens: readonly string[], offsets: readonly number[]): readonly number[] {
  const told =
    offsets.length === tokens.length &&
    offsets.every((offset, index) => offset >= (index === 0 ? 0 : (offsets[index - 1] ?? 0))) &&
    (offsets.at(-1) ?? 0) > 0;
  if (told) return offsets;
  const starts: number[] = [];
  let length = 0;
  for (const token of tokens) {
    starts.push(length);
    length += lengthOf(token);
  }
  return starts;
}
