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
    <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-3 px-1 py-1.5">
      <time
        dateTime={new Date(event.at).toISOString()}
        title={formatDateTime(event.at)}
        className="text-ink-faint"
      >
        {clock.format(event.at)}
      </time>
      <span className="wrap-anywhere">
        {event.level === "info" ? null : (
          <span className="mr-3">
            <StatusMark tone={event.level === "error" ? "bad" : "warning"}>{event.level}</StatusMark>
          </span>
        )}
        <SafeText text={event.message} />
      </span>
      {event.problemId === null ? null : (
        <Link href={problemPath(runId, event.problemId)} className="link text-sm">
          problem
        </Link>
      )}
    </div>
  );
}
