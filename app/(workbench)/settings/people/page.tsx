import type { Metadata } from "next";
import { AdminsOnly } from "@/components/accounts/admins-only";
import { PeoplePage } from "@/components/accounts/people/people-page";
import { PageHeader } from "@/components/ui/page";
import { HydrateClient, prefetch, trpc } from "@/server/trpc/rsc";

export const metadata: Metadata = { title: "People" };

export default async function Page() {
  await prefetch(trpc.accounts.people.queryOptions(), trpc.accounts.invitations.queryOptions());
  return (
    <HydrateClient>
      <PageHeader title="People" lede="Who may come in, and what each may do." />
      <AdminsOnly>
        <PeoplePage />
      </AdminsOnly>
    </HydrateClient>
  );
}
