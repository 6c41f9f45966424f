"use client";

import { Play } from "lucide-react";
import Link from "next/link";
import { useMe } from "@/components/accounts/use-me";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page";
import { SafeText } from "@/components/ui/raw-text";
import { Term } from "@/components/ui/term";
import type { CampaignView } from "@/server/review/queue-view.schema";
import { filterOf } from "../filter-params";
import { campaignPath, reviewPath, workPath } from "../paths";
import type { ListSearch } from "./list-params";
import { SavedViews } from "./saved-views";

interface ListHeadProps {
  readonly search: ListSearch;
  /** The campaign of the address; null: none, or not read yet. */
  readonly campaign: CampaignView | null;
  readonly query: string;
}

/** What the list is of, and where to go with it: into the queue, to a saved view. */
export function ListHead({ search, campaign, query }: ListHeadProps) {
  const { can } = useMe();
  return (
    <PageHeader
      above={
        <>
          <Link href={reviewPath()} className="link">
            Review
          </Link>
          {campaign === null ? null : (
            <>
              {" / "}
              <Link href={campaignPath(campaign.id)} className="link">
                <SafeText text={campaign.name} />
              </Link>
            </>
          )}
        </>
      }
      title={search.state === "conflict" && campaign !== null ? "Conflicts" : "Review items"}
      lede={
        search.state === "conflict" && campaign !== null ? (
          <>
            People disagreed on these. <Term id="adjudication">Adjudication</Term> settles one for all.
          </>
        ) : (
          "Every preference pair and every repaired chain, with how far people are."
        )
      }
      actions={
        <>
          <SavedViews query={query} />
          {campaign !== null &&
          campaign.status === "open" &&
          can("annotator") &&
          search.state !== "conflict" ? (
            <LinkButton
              variant="primary"
              prefetch={false}
              href={workPath(campaign.id, filterOf(search))}
              icon={<Play size={15} aria-hidden />}
            >
              Review these
            </LinkButton>
          ) : null}
        </>
      }
    />
  );
}
