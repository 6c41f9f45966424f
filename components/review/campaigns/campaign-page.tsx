"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useMe } from "@/components/accounts/use-me";
import { useTRPC } from "@/components/trpc/client";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { Tabs } from "@/components/ui/tabs";
import { AssignForm } from "./assign-form";
import { CampaignHead } from "./campaign-head";
import { CampaignProgressBar } from "./campaign-progress-bar";
import { CampaignSettings } from "./campaign-settings";
import { GoldList } from "./gold-list";
import { GuidelinesTab } from "./guidelines-tab";
import { PeopleTable } from "./people-table";
import { Section } from "@/components/ui/page";

const TABS = ["progress", "guidelines", "gold", "settings"] as const;
const REFRESH_MS = 15_000;

/** One campaign: how far it is, its guidelines, its gold items, its settings. */
export function CampaignPage({ campaignId }: { readonly campaignId: string }) {
  const trpc = useTRPC();
  const { can } = useMe();
  const [tab, setTab] = useQueryState("tab", parseAsStringLiteral(TABS).withDefault("progress"));
  const query = useQuery(
    trpc.review.campaigns.get.queryOptions({ campaignId }, { refetchInterval: REFRESH_MS }),
  );
  if (query.data === undefined) {
    return query.error === null ? (
      <SkeletonRows rows={8} label="Loading the campaign" />
    ) : (
      <ErrorState
        title="The campaign could not be read"
        error={query.error}
        retrying={query.isFetching}
        onRetry={() => {
          query.refetch().catch(() => undefined);
        }}
      />
    );
  }
  const campaign = query.data;
  const leads = can("runner");
  const progress = (
    <>
      <CampaignProgressBar campaign={campaign} />
      <Section title="People">
        <PeopleTable campaign={campaign} />
      </Section>
      {leads && campaign.status === "open" ? (
        <Section
          title="Assign open items"
          lede="An assigned item is handed to that person alone, before the others of the queue."
        >
          <AssignForm campaign={campaign} />
        </Section>
      ) : null}
    </>
  );
  return (
    <>
      <CampaignHead campaign={campaign} />
      <Tabs
        label="Campaign"
        value={tab === "gold" && !leads ? "progress" : tab}
        onValueChange={(next) => {
          setTab(next, { history: "push" }).catch(() => undefined);
        }}
        items={[
          { value: "progress", label: "Progress", content: progress },
          { value: "guidelines", label: "Guidelines", content: <GuidelinesTab campaign={campaign} /> },
          ...(leads
            ? [{ value: "gold" as const, label: "Gold items", content: <GoldList campaign={campaign} /> }]
            : []),
          { value: "settings", label: "Settings", content: <CampaignSettings campaign={campaign} /> },
        ]}
      />
    </>
  );
}
