"use client";

import { Play, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useMe } from "@/components/accounts/use-me";
import { LinkButton } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";
import { SafeText } from "@/components/ui/raw-text";
import type { CampaignView } from "@/server/review/queue-view.schema";
import { CampaignBadges } from "../campaigns/campaign-badges";
import { CampaignProgressBar } from "../campaigns/campaign-progress-bar";
import { PeopleProgress } from "../campaigns/people-progress";
import { statePath } from "../list/list-params";
import { campaignPath, itemsPath, workPath } from "../paths";

/** One campaign: how far it is, who has decided how much, and where to go on. */
export function CampaignItem({ campaign }: { readonly campaign: CampaignView }) {
  const { can } = useMe();
  const { id, name, status, progress } = campaign;
  const open = status === "open";
  const { conflict } = progress.items;
  return (
    <li className="grid gap-x-10 gap-y-4 border-b border-rule py-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="min-w-0">
        <h3 className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <Link
            href={campaignPath(id)}
            className="font-serif text-lg font-semibold wrap-anywhere hover:text-accent"
          >
            <SafeText text={name} />
          </Link>
          <CampaignBadges campaign={campaign} />
        </h3>
        <div className="mt-2">
          <CampaignProgressBar campaign={campaign} />
        </div>
        <div className="mt-3 flex flex-wrap items-center gap-2">
          {open && can("annotator") && progress.total > 0 ? (
            <LinkButton
              variant="primary"
              href={workPath(id)}
              prefetch={false}
              aria-label={`${progress.mine === 0 ? "Start" : "Go on"} reviewing ${name}`}
              icon={<Play size={15} aria-hidden />}
            >
              {progress.mine === 0 ? "Start reviewing" : "Go on reviewing"}
            </LinkButton>
          ) : null}
          {conflict === 0 ? null : (
            <LinkButton
              href={statePath(id, "conflict")}
              aria-label={`${formatCount(conflict, "conflict")} of ${name}`}
              icon={<TriangleAlert size={14} aria-hidden />}
            >
              {formatCount(conflict, "conflict")}
            </LinkButton>
          )}
          <LinkButton variant="quiet" href={itemsPath({ campaignId: id })} aria-label={`Items of ${name}`}>
            Items
          </LinkButton>
          {progress.assignedToMe === 0 ? null : (
            <span className="text-sm text-ink-soft">
              {formatCount(progress.assignedToMe, "open item")} assigned to you
            </span>
          )}
        </div>
      </div>
      <PeopleProgress campaign={campaign} />
    </li>
  );
}
