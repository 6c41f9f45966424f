import { RelativeTime } from "@/components/ui/relative-time";
import { SafeText } from "@/components/ui/raw-text";
import type { DisagreementDetail } from "./types";

/** Who settled it how, and why; the newest first. */
export function RulingHistory({ history }: Pick<DisagreementDetail, "history">) {
  if (history.length === 0) return null;
  return (
    <section aria-label="What people settled">
      <h3 className="mb-1 text-sm font-medium text-ink-soft">Settled so far</h3>
      <ol className="border-l-2 border-rule pl-3 text-sm">
        {history.map(({ correct, reason, actorName, at }) => (
          <li key={at}>
            {actorName === null ? "Somebody" : <SafeText text={actorName} />}{" "}
            {correct === null ? "took the ruling back" : `called it ${correct ? "right" : "wrong"}`}{" "}
            <span className="text-ink-faint">
              <RelativeTime at={at} />
            </span>
            {reason === "" ? null : (
              <>
                {": "}
                <span className="wrap-anywhere text-ink-soft">
                  <SafeText text={reason} />
                </span>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
