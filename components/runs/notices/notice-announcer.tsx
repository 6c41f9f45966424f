"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { toast } from "@/components/ui/toaster";
import { formatCount } from "@/components/ui/format";
import type { RunNotice } from "@/server/runs/notices.service";
import { runPath } from "../run-paths";
import { noticeDetail, noticeTitle } from "./notice-words";
import { writeSeen } from "./seen-notices";
import { useNotices } from "./use-notices";
import { useTitleCount } from "./use-title-count";

const TOAST_MS = 12_000;
/** More at once than this are told by one toast. */
const SINGLY = 2;

/** Tells of new notices once: by toasts, the title, and the browser's own where it may and nobody looks. */
export function NoticeAnnouncer() {
  const router = useRouter();
  const { items, seen } = useNotices();
  useTitleCount(items.length);
  useEffect(() => {
    const fresh = seen.read === null ? [] : items.filter(({ id }) => id > seen.told);
    const [newest] = fresh;
    if (newest === undefined) return;
    writeSeen({ told: newest.id });
    const open = (notice: RunNotice): void => {
      router.push(runPath(notice.runId));
    };
    if (fresh.length > SINGLY) {
      toast(`${formatCount(fresh.length, "run")} ended or paused.`, {
        duration: TOAST_MS,
        action: {
          label: "See the runs",
          onClick: () => {
            router.push("/runs");
          },
        },
      });
    } else {
      for (const notice of fresh.toReversed()) showToast(notice, open);
    }
    if (document.hidden) for (const notice of fresh.slice(0, SINGLY)) showNotification(notice, open);
  }, [items, seen, router]);
  return null;
}

function showToast(notice: RunNotice, open: (notice: RunNotice) => void): void {
  const show = notice.kind === "run-finished" ? toast.success : toast;
  show(noticeTitle(notice), {
    id: `notice-${notice.id}`,
    description: noticeDetail(notice),
    duration: TOAST_MS,
    action: {
      label: "See the run",
      onClick: () => {
        open(notice);
      },
    },
  });
}

/** The tag makes several open tabs show it once. */
function showNotification(notice: RunNotice, open: (notice: RunNotice) => void): void {
  if (!("Notification" in globalThis) || Notification.permission !== "granted") return;
  const shown = new Notification(noticeTitle(notice), {
    body: noticeDetail(notice),
    icon: "/mark.svg",
    tag: `notice-${notice.id}`,
  });
  shown.addEventListener("click", () => {
    window.focus();
    open(notice);
    shown.close();
  });
}
