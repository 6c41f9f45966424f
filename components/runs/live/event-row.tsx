import Link from "next/link";
import { formatDateTime } from "@/components/ui/format";
import { SafeText } from "@/components/ui/raw-text";
import { StatusMark } from "@/components/ui/status-mark";
import type { RunEvent } from "@/server/runs/events.repo";
import { problemPath } from "../pairs/paths";

interface EventRowProps {
  readonly runId: string;
  readonly event: RunEvent;
}

const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });

/** One event: when, how serious, what, and where to look. */
export function EventRow({ runId, event }: EventRowProps) {
  return (
    <div className="flex flex-wrap gap-x-3 px-1 py-1.5">
      <time
        dateTime={new Date(event.at).toISOString()}
        title={formatDateTime(event.at)}
        className="shrink-0 text-ink-faint"
      >
        {clock.format(event.at)}
      </time>
      {event.level === "info" ? null : (
        <StatusMark tone={event.level === "error" ? "bad" : "warning"}>{event.level}</StatusMark>
      )}
      <span className="min-w-0 flex-1 basis-48 wrap-anywhere">
        <SafeText text={event.message} />
      </span>
      {event.problemId === null ? null : (
        <Link href={problemPath(runId, event.problemId)} className="link shrink-0 text-sm">
          problem
        </Link>
      )}
    </div>
  );
}
