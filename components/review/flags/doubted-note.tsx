"use client";

import { SafeText } from "@/components/ui/raw-text";
import { DoubtedMark } from "./doubted-mark";
import { useFlags } from "./use-flags";

/** On a problem's own page: that its reference answer is doubted, by whom where that may be seen, and why. */
export function DoubtedNote({ problemId }: { readonly problemId: string }) {
  const flags = useFlags([problemId])(problemId);
  if (flags.length === 0) return null;
  return (
    <div className="mt-2 border-l-2 border-rejected pl-3">
      <DoubtedMark flags={flags} />
      <ul>
        {flags.map(({ by, mine, note }, index) =>
          note === "" && by === null && !mine ? null : (
            <li key={index} className="wrap-anywhere">
              <span className="text-sm text-ink-soft">{mine ? "You" : (by ?? "Somebody")}: </span>
              {note === "" ? <span className="text-ink-faint">no note</span> : <SafeText text={note} />}
            </li>
          ),
        )}
      </ul>
    </div>
  );
}
