import Link from "next/link";
import { formatCount } from "@/components/ui/format";
import { StatusMark } from "@/components/ui/status-mark";
import type { Sources } from "./types";

/** Whether a source is in already, with the way to its set. */
export function ImportedMark({ set }: Pick<Sources["huggingFace"][number], "set">) {
  if (set === null) return <span className="text-ink-faint">not imported</span>;
  const tone = set.status === "ready" ? "good" : set.status === "importing" ? "active" : "bad";
  return (
    <StatusMark tone={tone}>
      <Link href={`/problems/${set.id}`} className="link">
        {formatCount(set.problemCount, "problem")}
      </Link>
      {set.status === "importing" ? " so far" : set.status === "failed" ? ", import failed" : null}
    </StatusMark>
  );
}
