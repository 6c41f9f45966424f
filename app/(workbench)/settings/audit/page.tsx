import type { Metadata } from "next";
import { AdminsOnly } from "@/components/accounts/admins-only";
import { AuditPage } from "@/components/accounts/audit/audit-page";
import { PageHeader } from "@/components/ui/page";
import { HydrateClient, prefetch, trpc } from "@/server/trpc/rsc";

export const metadata: Metadata = { title: "Audit log" };

export default async function Page() {
  await prefetch(trpc.accounts.auditFacets.queryOptions());
  return (
    <HydrateClient>
      <PageHeader
        title="Audit log"
        lede="Who changed what, and when. Lines are added and never changed or removed. Decisions on review items have a log of their own, the review history."
      />
      <AdminsOnly>
        <AuditPage />
      </AdminsOnly>
    </HydrateClient>
  );
}
