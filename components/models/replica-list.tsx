import { Code, SafeText } from "@/components/ui/raw-text";
import { StatusMark, type Tone } from "@/components/ui/status-mark";
import type { ReplicaState } from "@/server/models/models.schema";

const looks: Readonly<Record<ReplicaState["state"], { readonly tone: Tone; readonly word: string }>> = {
  ready: { tone: "good", word: "ready" },
  unreachable: { tone: "bad", word: "unreachable" },
  different: { tone: "warning", word: "not used" },
};

/** Each server of an entry with several, as it was when last tested. */
export function ReplicaList({ replicas }: { readonly replicas: readonly ReplicaState[] }) {
  return (
    <ul aria-label="Servers" className="mt-2 max-w-2xl border-t border-rule text-sm">
      {replicas.map(({ baseUrl, state, detail }) => (
        <li key={baseUrl} className="flex flex-wrap items-baseline gap-x-4 border-b border-rule py-1">
          <Code>{baseUrl}</Code>
          <StatusMark tone={looks[state].tone}>{looks[state].word}</StatusMark>
          {detail === null ? null : (
            <span className="basis-full wrap-anywhere text-ink-soft">
              <SafeText text={detail} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
