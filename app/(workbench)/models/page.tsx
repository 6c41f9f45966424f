import type { Metadata } from "next";
import { ModelsPage } from "@/components/models/models-page";
import { PageHeader } from "@/components/ui/page";
import { Term } from "@/components/ui/term";
import { HydrateClient, prefetch, trpc } from "@/server/trpc/rsc";

export const metadata: Metadata = { title: "Models" };

export default async function Page() {
  await prefetch(trpc.models.list.queryOptions(), trpc.models.families.queryOptions());
  return (
    <HydrateClient>
      <PageHeader
        title="Models"
        lede={
          <>
            A run needs a <Term id="policy" />, which is to get better, and takes a <Term id="small-model" />{" "}
            for the mistakes that the policy no longer makes.
          </>
        }
      />
      <ModelsPage />
    </HydrateClient>
  );
}
