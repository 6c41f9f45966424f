import { RawText } from "@/components/ui/raw-text";
import type { PairRow } from "./types";

interface PairPromptProps {
  readonly messages: NonNullable<PairRow["prompt"]>;
}

/** What is asked, where it is more than the problem: the wrong solution and the request to reflect on it. */
export function PairPrompt({ messages }: PairPromptProps) {
  return (
    <details className="mb-4 border-y border-rule py-2">
      <summary className="text-ink-soft hover:text-accent">
        The prompt of this pair: the problem with a wrong solution, and the request to reflect on it
      </summary>
      <ol className="mt-2 flex flex-col gap-3">
        {messages.map((message, index) => (
          <li key={index}>
            <p className="mb-0.5 text-sm text-ink-soft">{message.role}</p>
            <RawText
              text={message.content}
              label={`Message ${index + 1} by ${message.role}`}
              maxHeight="18rem"
            />
          </li>
        ))}
      </ol>
    </details>
  );
}
