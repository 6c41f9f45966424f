import { PromptMessages } from "./prompt-messages";
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
      <PromptMessages messages={messages} />
    </details>
  );
}
