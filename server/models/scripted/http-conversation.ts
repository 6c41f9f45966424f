import { z } from "zod";
import type { ChatMessage } from "@/server/sphere/io";
import { renderChatMl } from "../chatml";

const message = z.object({ role: z.enum(["system", "user", "assistant"]), content: z.string() });

/** Bodies that the double's server takes, of both generating paths. */
export const generateBody = z
  .object({
    model: z.string(),
    messages: z.array(message).optional(),
    prompt: z.string().optional(),
    temperature: z.number().default(1),
    top_p: z.number().default(1),
    max_tokens: z.number().int().positive().default(256),
    n: z.number().int().positive().default(1),
    stop: z.array(z.string()).default([]),
    logprobs: z.union([z.boolean(), z.number()]).optional(),
    add_generation_prompt: z.boolean().optional(),
    continue_final_message: z.boolean().optional(),
  })
  .loose();
export type GenerateBody = z.infer<typeof generateBody>;

export interface Conversation {
  readonly messages: readonly ChatMessage[];
  readonly prefix: string;
}

/** Reads ChatML text back into messages and the start of the last turn. */
export function parseChatMl(prompt: string): Conversation {
  const turns = [...prompt.matchAll(/<\|im_start\|>(system|user|assistant)\n([\s\S]*?)<\|im_end\|>\n/g)];
  const messages = turns.map(([, role, content]) => message.parse({ role, content }));
  return { messages, prefix: prompt.slice(renderChatMl(messages).length) };
}

/** A last turn of the assistant is the text to go on with. */
export function splitPrefill(messages: readonly ChatMessage[]): Conversation {
  const last = messages.at(-1);
  if (last?.role !== "assistant") return { messages, prefix: "" };
  return { messages: messages.slice(0, -1), prefix: last.content };
}

/** The double's tokens for `/tokenize`: one a UTF-16 code unit. */
export function charCodes(text: string): number[] {
  return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}

export function fromCharCodes(body: unknown): string {
  return z
    .object({ tokens: z.array(z.number()) })
    .parse(body)
    .tokens.map((code) => String.fromCharCode(code))
    .join("");
}
