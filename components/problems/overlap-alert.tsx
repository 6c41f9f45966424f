import Link from "next/link";
import { formatCount } from "@/components/ui/format";
import { StatusMark } from "@/components/ui/status-mark";
import type { SetSummary } from "./types";

/** On the page of a set that trains: that runs are barred from it, and the way on. */
export function OverlapAlert({ set }: { readonly set: Pick<SetSummary, "id" | "kind" | "overlap"> }) {
  const open = set.overlap?.open ?? 0;
  if (open === 0 || set.kind === "benchmark") return null;
  return (
    <p className="mt-4 border-l-2 border-rejected pl-3">
      <StatusMark tone="warning">
        <span className="whitespace-normal">
          {formatCount(open, "match", "matches")} with benchmarks open: no run starts on this set.
        </span>
      </StatusMark>{" "}
      <Link href={`/problems/${set.id}/overlap?state=open`} className="link">
        Look at them and decide
      </Link>
    </p>
  );
}
