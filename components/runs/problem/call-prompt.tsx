import { Section } from "@/components/ui/page";
import { Term } from "@/components/ui/term";
import { LongRawText } from "./long-raw-text";
import type { CallDetail } from "./types";

const roles = { system: "System", user: "User", assistant: "Assistant" } as const;

/** The messages as they were sent, then the text that the assistant's turn already held. */
export function CallPrompt({ call, messages }: Pick<CallDetail, "call" | "messages">) {
  return (
    <Section id="prompt" title="Prompt" lede="As it was sent, before the model's chat template.">
      <ol className="space-y-3">
        {messages.map(({ role, content }, index) => (
          <li key={index}>
            <h3 className="mb-1 text-sm text-ink-soft">{roles[role]}</h3>
            <LongRawText text={content} label={`${roles[role]} message`} />
          </li>
        ))}
        <li>
          <h3 className="mb-1 text-sm text-ink-soft">
            Assistant, <Term id="prefix">prefix</Term>
            {call.prefix === ""
              ? ""
              : `: ${call.depth} ${call.depth === 1 ? "step" : "steps"} that the samples continue`}
          </h3>
          {call.prefix === "" ? (
            <p className="text-ink-faint">None: the samples start the solution.</p>
          ) : (
            <LongRawText text={call.prefix} label="Prefix" />
          )}
        </li>
      </ol>
    </Section>
  );
}
