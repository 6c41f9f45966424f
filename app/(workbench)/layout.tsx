import type { ReactNode } from "react";
import { AccountMenu } from "@/components/accounts/account-menu";
import { Shell } from "@/components/layout/shell";
import { NoticeAnnouncer } from "@/components/runs/notices/notice-announcer";
import { NoticesButton } from "@/components/runs/notices/notices-button";
import { HydrateClient, prefetch, trpc } from "@/server/trpc/rsc";

export default async function WorkbenchLayout({ children }: { readonly children: ReactNode }) {
  await prefetch(trpc.accounts.me.queryOptions());
  return (
    <HydrateClient>
      <Shell notices={<NoticesButton />} account={<AccountMenu />}>
        {children}
        <NoticeAnnouncer />
      </Shell>
    </HydrateClient>
  );
}
