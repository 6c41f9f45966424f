/**
 * `components/runs/notices` tells on every page that a run has ended or cannot go on: a toast, a quiet count in the
 * shell, the document's title, and with permission the browser's own notification. What was seen is kept in this browser.
 */
import { formatCount } from "@/components/ui/format";
import type { RunNotice } from "@/server/runs/notices.service";

/** Of a run's notice, what its words need. */
export type NoticeFacts = Pick<RunNotice, "kind" | "runName" | "message" | "pairCount">;

/** "First look has finished" */
export function noticeTitle({ kind, runName }: NoticeFacts): string {
  return kind === "run-finished" ? `${runName} has finished` : `${runName} is paused`;
}

/** What it made, or why it cannot go on. */
export function noticeDetail({ kind, message, pairCount }: NoticeFacts): string {
  const said = message.replace(/^The run is paused\. /, "");
  return kind === "run-finished" && pairCount > 0 ? `It made ${formatCount(pairCount, "pair")}.` : said;
}

/** "(2) Runs" for two unread notices; the plain title for none. */
export function titleWith(unread: number, title: string): string {
  const plain = title.replace(/^\(\d+\) /, "");
  return unread === 0 ? plain : `(${unread}) ${plain}`;
}
