import { RelativeTime } from "@/components/ui/relative-time";
import { SafeText } from "@/components/ui/raw-text";
import { VERDICT_WORDS } from "@/components/review/words";
import type { DecisionView } from "@/server/review/item-view.schema";

/** What others decided, for whoever settles a conflict. */
export function OthersList({ others }: { readonly others: readonly DecisionView[] }) {
  return (
    <section aria-label="Decisions of others" className="mt-4 text-sm">
      <h2 className="font-medium">What others decided</h2>
      <ul className="mt-1 border-t border-rule">
        {others.map((each) => (
          <li key={each.decisionSeq} className="flex flex-wrap gap-x-3 border-b border-rule py-1">
            <span className="text-ink-soft">
              {each.by === null ? "Somebody" : <SafeText text={each.by} />}
            </span>
            <span className="font-medium">
              {each.adjudication ? "settled: " : ""}
              {VERDICT_WORDS[each.verdict].done}
            </span>
            {each.firstWrong.left === null ? null : (
              <span>left wrong from step {each.firstWrong.left + 1}</span>
            )}
            {each.firstWrong.right === null ? null : (
              <span>right wrong from step {each.firstWrong.right + 1}</span>
            )}
            {each.reasons.length === 0 ? null : <span>{each.reasons.join(", ")}</span>}
            {each.note === "" ? null : (
              <span className="min-w-0 wrap-anywhere">
                “<SafeText text={each.note} />”
              </span>
            )}
            <span className="text-ink-faint">
              <RelativeTime at={each.at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
