import { LongRawText } from "@/components/calls/long-raw-text";
import { SentMessages } from "@/components/calls/sent-messages";
import { Section } from "@/components/ui/page";
import { Term } from "@/components/ui/term";
import type { CallDetail } from "./types";

/** The messages as they were sent, then the text that the assistant's turn already held. */
export function CallPrompt({ call, messages }: Pick<CallDetail, "call" | "messages">) {
  return (
    <Section id="prompt" title="Prompt" lede="As it was sent, before the model's chat template.">
      <SentMessages messages={messages}>
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
      </SentMessages>
    </Section>
  );
}
