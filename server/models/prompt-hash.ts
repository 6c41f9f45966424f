import { sha256 } from "@/server/foundation/ids";
import type { ChatMessage } from "@/server/sphere/io";

/** SHA-256 of the chat messages; prompts are stored under it. */
export function promptHash(messages: readonly ChatMessage[]): string {
  return sha256(JSON.stringify(messages.map(({ role, content }) => [role, content])));
}
