"use client";

import { Popover } from "@base-ui/react/popover";
import { Bell } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";
import { RelativeTime } from "@/components/ui/relative-time";
import type { RunNotice } from "@/server/runs/notices.service";
import { runPath } from "../run-paths";
import { askPermission, usePermission } from "./browser-permission";
import { noticeDetail, noticeTitle } from "./notice-words";
import { useNotices } from "./use-notices";

/** The quiet count of unread notices in the shell; opened, the list of them. Closing it marks them as read. */
export function NoticesButton() {
  const { items, markRead } = useNotices();
  const [open, setOpen] = useState(false);
  const unread = items.length;
  return (
    <Popover.Root
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (!next) markRead();
      }}
    >
      <Popover.Trigger
        aria-label={unread === 0 ? "Notices" : `Notices, ${formatCount(unread, "unread", "unread")}`}
        className="relative flex h-9 min-w-9 items-center justify-center gap-2 rounded-sm px-2 text-sm text-ink-soft hover:bg-accent-wash hover:text-accent lg:h-7 lg:justify-start"
      >
        <Bell size={15} strokeWidth={1.6} aria-hidden />
        <span className="max-lg:sr-only" aria-hidden>
          Notices
        </span>
        {unread === 0 ? null : (
          <span
            aria-hidden
            className="rounded-sm bg-accent px-1 text-xs text-on-accent max-lg:absolute max-lg:top-0.5 max-lg:right-0.5"
          >
            {unread}
          </span>
        )}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="top" align="start" sideOffset={6} collisionPadding={8} className="z-50">
          <Popover.Popup className="max-h-[70dvh] w-80 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-md border border-rule-strong bg-raised p-3 text-ink">
            <Popover.Title className="font-serif text-lg font-semibold">Notices</Popover.Title>
            <NoticeList
              items={items}
              onFollow={() => {
                setOpen(false);
                markRead();
              }}
            />
            <BrowserNotices />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

interface NoticeListProps {
  readonly items: readonly RunNotice[];
  readonly onFollow: () => void;
}

function NoticeList({ items, onFollow }: NoticeListProps) {
  if (items.length === 0) {
    return <p className="mt-1 text-sm text-ink-soft">Nothing new. A run that ends is told here.</p>;
  }
  return (
    <ul className="mt-1">
      {items.map((notice) => (
        <li key={notice.id} className="border-t border-rule py-2 first:border-t-0">
          <Link
            href={runPath(notice.runId)}
            onClick={onFollow}
            className="font-medium wrap-anywhere hover:text-accent"
          >
            {noticeTitle(notice)}
          </Link>
          <span className="block text-sm wrap-anywhere text-ink-soft">{noticeDetail(notice)}</span>
          <span className="block text-sm text-ink-faint">
            <RelativeTime at={notice.at} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Asks for the browser's notifications, by a click and never by itself. */
function BrowserNotices() {
  const permission = usePermission();
  if (permission === "default") {
    return (
      <div className="mt-2 border-t border-rule pt-2">
        <Button
          size="sm"
          onClick={() => {
            askPermission().catch(() => undefined);
          }}
        >
          Tell me outside this page too
        </Button>
      </div>
    );
  }
  if (permission === "unsupported") return null;
  return (
    <p className="mt-2 border-t border-rule pt-2 text-sm text-ink-soft">
      {permission === "granted"
        ? "The browser tells you too while you look elsewhere."
        : "The browser does not allow its own notifications here."}
    </p>
  );
}
