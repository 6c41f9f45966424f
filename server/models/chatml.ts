import type { ChatMessage } from "@/server/sphere/io";

/** The ChatML markup (Qwen, SmolLM and others), assumed where neither file nor server says otherwise. */
export function renderChatMl(messages: readonly ChatMessage[]): string {
  const turns = messages.map(({ role, content }) => `<|im_start|>${role}\n${content}<|im_end|>\n`);
  return `${turns.join("")}<|im_start|>assistant\n`;
}

/** Ends a ChatML turn; sent as a stop text to servers that do not know it. */
export const CHATML_END = "<|im_end|>";
