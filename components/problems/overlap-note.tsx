import Link from "next/link";
import { formatInteger } from "@/components/ui/format";
import { StatusMark } from "@/components/ui/status-mark";
import type { SetSummary } from "./types";

/** How many problems are also in a benchmark; leads to them. */
export function OverlapNote({ set }: { readonly set: Pick<SetSummary, "id" | "overlapCount"> }) {
  if (set.overlapCount === 0) return <>none</>;
  return (
    <Link href={`/problems/${set.id}?overlap=true`} className="link" prefetch={false}>
      <StatusMark tone="warning">{formatInteger(set.overlapCount)}</StatusMark>
      <span className="sr-only"> problems are also in a benchmark</span>
    </Link>
  );
}
