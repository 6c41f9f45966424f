import { RawText } from "@/components/ui/raw-text";
import type { ChatMessage } from "@/server/sphere/io";

/** The messages of a prompt, byte by byte, each under who speaks. */
export function PromptMessages({ messages }: { readonly messages: readonly ChatMessage[] }) {
  return (
    <ol className="mt-2 flex flex-col gap-3">
      {messages.map(({ role, content }, index) => (
        <li key={index}>
          <p className="mb-0.5 text-sm text-ink-soft">{role}</p>
          <RawText text={content} label={`Message ${index + 1} by ${role}`} maxHeight="18rem" />
        </li>
      ))}
    </ol>
  );
}
