import type { Metadata } from "next";
import { AccountPage } from "@/components/accounts/account/account-page";
import { PageHeader } from "@/components/ui/page";
import { HydrateClient, prefetch, trpc } from "@/server/trpc/rsc";

export const metadata: Metadata = { title: "Your account" };

export default async function Page() {
  await prefetch(trpc.accounts.sessions.queryOptions());
  return (
    <HydrateClient>
      <PageHeader title="Your account" />
      <AccountPage />
    </HydrateClient>
  );
}
