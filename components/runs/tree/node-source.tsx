import Link from "next/link";
import type { ReactNode } from "react";
import { formatCount } from "@/components/ui/format";
import { SafeText } from "@/components/ui/raw-text";
import { callPath } from "@/components/runs/pairs/paths";
import { LongRawText } from "@/components/calls/long-raw-text";
import { PURPOSE_WORDS, ROLE_WORDS } from "@/components/runs/problem/words";
import { PanelSection } from "./panel-section";
import type { NodeDetail } from "./types";

interface NodeSourceProps {
  readonly source: NodeDetail["source"];
  /** Whether the run stored which sample first wrote the step. */
  readonly firstWrote: boolean;
}

const roles = { system: "System", user: "User", assistant: "Assistant" } as const;

/** The prompt and the raw text of the call that wrote the step, to the byte. */
export function NodeSource({ source, firstWrote }: NodeSourceProps) {
  if (source === null) return null;
  const { sample } = source;
  return (
    <PanelSection title="Prompt and raw call">
      <p className="text-sm text-ink-soft">
        <Link href={callPath(source.id, source.sampleIndex)} className="link">
          {`Call to ${PURPOSE_WORDS[source.purpose]}, sample ${source.sampleIndex + 1}`}
        </Link>{" "}
        by the {ROLE_WORDS[source.role]} <SafeText text={source.modelName ?? source.modelId} />
        {firstWrote ? ", which first wrote this step" : ", the first chain through this step"}
      </p>
      <div className="mt-1.5 space-y-1">
        <Folded title={`Prompt: ${formatCount(source.messages.length, "message")}`}>
          {source.messages.map(({ role, content }, index) => (
            <div key={index} className="mt-1.5">
              <p className="mb-1 text-sm text-ink-soft">{roles[role]}</p>
              <LongRawText text={content} label={`${roles[role]} message`} />
            </div>
          ))}
        </Folded>
        {source.prefix === "" ? null : (
          <Folded title={`Prefix: ${formatCount(source.depth, "step")} that the sample continues`}>
            <LongRawText text={source.prefix} label="Prefix" />
          </Folded>
        )}
        {sample === null ? null : (
          <Folded title={`Raw text: ${formatCount(sample.tokens, "token")}`}>
            <LongRawText text={sample.text} label="Raw text of the sample" />
          </Folded>
        )}
      </div>
    </PanelSection>
  );
}

function Folded({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details>
      <summary className="text-sm hover:text-accent">{title}</summary>
      <div className="mt-1">{children}</div>
    </details>
  );
}
