"use client";

import Link from "next/link";
import { useMe } from "@/components/accounts/use-me";
import { Section } from "@/components/ui/page";
import type { CampaignView } from "@/server/review/queue-view.schema";
import { CampaignFacts } from "./campaign-facts";
import { SettingsForm } from "./settings-form";
import { StatusButton } from "./status-button";

/** What a campaign is made of; for those who lead it, what can be changed. */
export function CampaignSettings({ campaign }: { readonly campaign: CampaignView }) {
  const { can } = useMe();
  const open = campaign.status === "open";
  return (
    <>
      <CampaignFacts campaign={campaign} />
      <p className="mt-3">
        <Link href="/review/campaigns/reasons" className="link">
          Reason codes
        </Link>{" "}
        <span className="text-ink-soft">are the same for all campaigns.</span>
      </p>
      {can("runner") ? (
        <>
          <Section title="Change it">
            <SettingsForm campaign={campaign} />
          </Section>
          <Section
            title={open ? "Close it" : "Open it again"}
            lede={
              open
                ? "A closed campaign hands out no items and takes in no new ones. Decisions stay."
                : "It hands out its open items again, and takes in those that runs have made since."
            }
          >
            <StatusButton campaign={campaign} />
          </Section>
        </>
      ) : null}
    </>
  );
}
