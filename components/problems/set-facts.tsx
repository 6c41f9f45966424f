import { formatInteger } from "@/components/ui/format";
import { KeyValueList } from "@/components/ui/page";
import { RelativeTime } from "@/components/ui/relative-time";
import { LevelsSummary } from "./levels-summary";
import { OverlapNote } from "./overlap-note";
import { SetFingerprint } from "./set-fingerprint";
import { SetKindBadge } from "./set-kind";
import type { SetDetail } from "./types";

export function SetFacts({ set }: { readonly set: SetDetail }) {
  return (
    <KeyValueList
      layout="grid"
      items={[
        { key: "Use", value: <SetKindBadge kind={set.kind} /> },
        { key: "Problems", value: formatInteger(set.problemCount) },
        { key: "Levels", value: <LevelsSummary levels={set.levels} /> },
        {
          key: set.kind === "benchmark" ? "In sets that train" : "In benchmarks",
          value: <OverlapNote set={set} />,
        },
        { key: "Grading", value: <GradingNote set={set} /> },
        { key: "Source", value: set.source },
        { key: "Licence", value: set.licence ?? "not stated" },
        { key: "Imported", value: <RelativeTime at={set.createdAt} /> },
        { key: "Doubles left out last", value: formatInteger(set.duplicateCount) },
        {
          key: "Fingerprint",
          label: <span title="SHA-256 of id, statement and answer of all items in order">Fingerprint</span>,
          value: <SetFingerprint sha256={set.itemsSha256} />,
        },
      ]}
    />
  );
}

/** Leads to the rules of the set, where it has some of its own. */
function GradingNote({ set }: { readonly set: SetDetail }) {
  const { grading, range, itemCount, references } = set.rules;
  if (Object.keys(grading).length + itemCount + references.length === 0 && range === null)
    return <>as any set</>;
  return (
    <a href="#rules" className="link">
      by its own rules
    </a>
  );
}
