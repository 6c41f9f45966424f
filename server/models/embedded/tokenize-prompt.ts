import { randomUUID } from "node:crypto";
import type { ChatMessage } from "@/server/sphere/io";
import type { ChatTemplate } from "./chat-template";

/** What prompt tokenising needs of a model. */
export interface Tokenizer<T extends number> {
  /** With `special`, text such as `<|im_start|>` becomes its control token; without, plain text. */
  tokenize(text: string, special: boolean): readonly T[];
  /** Put first unless the template did; null for models that want none. */
  readonly bosToken: T | null;
}

/**
 * Tokens of the rendered messages and the assistant's `prefix`. Only the template may write control tokens:
 * `<|im_end|>` in a problem or a sample stays plain text, so no text can leave its turn.
 */
export function tokenizePrompt<T extends number>(
  template: ChatTemplate,
  tokenizer: Tokenizer<T>,
  { messages, prefix }: { messages: readonly ChatMessage[]; prefix: string },
): T[] {
  const texts = [...messages.map(({ content }) => content), prefix];
  const tokens = texts.some((text) => holdsControlToken(tokenizer, text))
    ? tokenizeApart(template, tokenizer, { messages, prefix })
    : tokenizer.tokenize(template.render(messages) + prefix, true);
  const { bosToken } = tokenizer;
  return bosToken === null || tokens[0] === bosToken ? [...tokens] : [bosToken, ...tokens];
}

function holdsControlToken(tokenizer: Tokenizer<number>, text: string): boolean {
  const special = tokenizer.tokenize(text, true);
  const plain = tokenizer.tokenize(text, false);
  return special.length !== plain.length || special.some((token, i) => token !== plain[i]);
}

/** Renders with placeholders for the contents, then tokenises template and contents each in their own way. */
function tokenizeApart<T extends number>(
  template: ChatTemplate,
  tokenizer: Tokenizer<T>,
  { messages, prefix }: { messages: readonly ChatMessage[]; prefix: string },
): T[] {
  const mark = randomUUID();
  const marked = messages.map(({ role }, i) => ({ role, content: `${mark}:${i};` }));
  const pieces = template.render(marked).split(new RegExp(`${mark}:(\\d+);`));
  const tokens = pieces.flatMap((piece, i) =>
    i % 2 === 0
      ? tokenizer.tokenize(piece, true)
      : tokenizer.tokenize(messages[Number(piece)]?.content ?? "", false),
  );
  return [...tokens, ...tokenizer.tokenize(prefix, false)];
}
