"use client";

import { Download, ListFilter, Play, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useMe } from "@/components/accounts/use-me";
import { buttonClass, LinkButton } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";
import { PageHeader } from "@/components/ui/page";
import { SafeText } from "@/components/ui/raw-text";
import type { CampaignView } from "@/server/review/queue-view.schema";
import { statePath } from "../list/list-params";
import { itemsPath, reviewPath, workPath } from "../paths";
import { SORT_WORDS } from "../words";
import { CampaignBadges } from "./campaign-badges";

const ICON = 15;

/** Name of a campaign, what sets it apart, and the ways into it. */
export function CampaignHead({ campaign }: { readonly campaign: CampaignView }) {
  const { can } = useMe();
  const { id, name, status, sort, seed, progress } = campaign;
  const { conflict } = progress.items;
  return (
    <PageHeader
      above={
        <Link href={reviewPath()} className="link">
          Review
        </Link>
      }
      title={<SafeText text={name} />}
      lede={
        <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <CampaignBadges campaign={campaign} />
          <span>
            {SORT_WORDS[sort]}
            {sort === "random" ? `, seed ${seed}` : ""}
          </span>
        </span>
      }
      actions={
        <>
          {conflict === 0 ? null : (
            <LinkButton href={statePath(id, "conflict")} icon={<TriangleAlert size={ICON} aria-hidden />}>
              {formatCount(conflict, "conflict")}
            </LinkButton>
          )}
          <LinkButton href={itemsPath({ campaignId: id })} icon={<ListFilter size={ICON} aria-hidden />}>
            Items
          </LinkButton>
          {can("runner") ? (
            <a
              download
              href={`/api/exports/review/${encodeURIComponent(id)}`}
              title="JSON Lines: each item with its chains and every decision that stands, in the true order"
              className={buttonClass("secondary", "md")}
            >
              <Download size={ICON} aria-hidden />
              Decisions
            </a>
          ) : null}
          {status === "open" && can("annotator") ? (
            <LinkButton
              variant="primary"
              prefetch={false}
              href={workPath(id)}
              icon={<Play size={ICON} aria-hidden />}
            >
              {progress.mine === 0 ? "Start reviewing" : "Go on reviewing"}
            </LinkButton>
          ) : null}
        </>
      }
    />
  );
}
