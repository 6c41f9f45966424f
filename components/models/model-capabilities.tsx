import { RelativeTime } from "@/components/ui/relative-time";
import { SafeText } from "@/components/ui/raw-text";
import type { Capabilities } from "@/server/models/models.schema";
import { capabilityLines } from "./capability-words";

/** What a probe found that the model can do. */
export function ModelCapabilities({ found }: { readonly found: Capabilities }) {
  return (
    <details className="mt-2 max-w-2xl text-sm">
      <summary className="text-ink-soft hover:text-ink">
        What it can do, found <RelativeTime at={found.probedAt} />
      </summary>
      <dl className="mt-1 border-t border-rule">
        {capabilityLines(found).map(({ key, words }) => (
          <div key={key} className="grid gap-x-4 border-b border-rule py-1 sm:grid-cols-[9rem_minmax(0,1fr)]">
            <dt className="text-ink-soft">{key}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {found.notes.length === 0 ? null : (
        <ul className="mt-1 list-disc pl-5 text-ink-soft">
          {found.notes.map((note) => (
            <li key={note}>
              <SafeText text={note} />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
