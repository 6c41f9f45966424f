import { Redo2, Undo2 } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";
import { RelativeTime } from "@/components/ui/relative-time";
import { Badge } from "@/components/ui/status-mark";
import type { ActView } from "@/server/review/item-view.schema";
import type { ActKind } from "@/server/review/review.schema";
import { itemPath } from "../paths";

const KIND_WORDS: Readonly<Record<ActKind, string>> = {
  decide: "decision",
  bulk: "many at once",
  edit: "edit",
  flag: "flag",
  undo: "undo",
  redo: "redo",
};

interface ActItemProps {
  readonly act: ActView;
  readonly pending: boolean;
  /** Another act is being taken back. */
  readonly busy: boolean;
  readonly onTakeBack: () => void;
}

/** One act: what it was, what it changed, whether it stands. Undo and redo are not taken back themselves. */
export function ActItem({ act, pending, busy, onTakeBack }: ActItemProps) {
  const { summary, number, campaignId, kind, itemCount, undone, mine, by, at } = act;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-b border-rule py-2">
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className={undone ? "text-ink-faint line-through" : undefined}>
            {number === null ? (
              <bdi>{summary}</bdi>
            ) : (
              <Link href={itemPath(number, { campaignId })} prefetch={false} className="link">
                <bdi>{summary}</bdi>
              </Link>
            )}
          </span>
          {undone ? <Badge>undone</Badge> : null}
        </p>
        <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
          <RelativeTime at={at} />
          <span>{mine ? "you" : <bdi>{by ?? "somebody"}</bdi>}</span>
          <span>{KIND_WORDS[kind]}</span>
          {itemCount === 0 ? null : <span>{formatCount(itemCount, "item")} changed</span>}
        </p>
      </div>
      {mine && kind !== "undo" && kind !== "redo" ? (
        <Button
          size="sm"
          pending={pending}
          disabled={busy}
          aria-label={`${undone ? "Redo" : "Undo"}: ${summary}`}
          icon={undone ? <Redo2 size={13} aria-hidden /> : <Undo2 size={13} aria-hidden />}
          onClick={onTakeBack}
        >
          {undone ? "Redo" : "Undo"}
        </Button>
      ) : null}
    </li>
  );
}
