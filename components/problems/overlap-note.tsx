import Link from "next/link";
import { formatCount, formatInteger } from "@/components/ui/format";
import { StatusMark } from "@/components/ui/status-mark";
import type { SetSummary } from "./types";

/** How many matches with benchmarks a set has, and how many of them are open; leads to them. */
export function OverlapNote({ set }: { readonly set: Pick<SetSummary, "id" | "name" | "overlap"> }) {
  const { overlap } = set;
  const total = overlap === null ? 0 : overlap.open + overlap["left-out"] + overlap.waived;
  return (
    <Link
      href={`/problems/${set.id}/overlap`}
      className="link"
      prefetch={false}
      aria-label={`Overlap of ${set.name}: ${formatCount(total, "match", "matches")}, ${formatInteger(overlap?.open ?? 0)} open`}
    >
      {overlap === null || total === 0 ? (
        "none"
      ) : overlap.open > 0 ? (
        <StatusMark tone="warning">{formatInteger(overlap.open)} open</StatusMark>
      ) : (
        `${formatInteger(total)} decided`
      )}
    </Link>
  );
}
