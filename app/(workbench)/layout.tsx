import type { ReactNode } from "react";
import { Shell } from "@/components/layout/shell";
import { NoticeAnnouncer } from "@/components/runs/notices/notice-announcer";
import { NoticesButton } from "@/components/runs/notices/notices-button";

export default function WorkbenchLayout({ children }: { readonly children: ReactNode }) {
  return (
    <Shell notices={<NoticesButton />}>
      {children}
      <NoticeAnnouncer />
    </Shell>
  );
}
