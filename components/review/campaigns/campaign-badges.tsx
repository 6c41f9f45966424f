/** `components/review/campaigns` owns the page of one campaign: settings, people, guidelines, gold, reason codes. */
import { Badge } from "@/components/ui/status-mark";
import { formatCount } from "@/components/ui/format";
import { Term } from "@/components/ui/term";
import type { CampaignView } from "@/server/review/queue-view.schema";

/** What sets a campaign apart: overlap, blind, gold, closed. */
export function CampaignBadges({ campaign }: { readonly campaign: CampaignView }) {
  const { overlap, blind, goldEvery, status } = campaign;
  return (
    <span className="flex flex-wrap items-baseline gap-1.5">
      {status === "closed" ? <Badge>closed</Badge> : null}
      <Badge>
        <Term id="overlap">{`${formatCount(overlap, "person", "people")} an item`}</Term>
      </Badge>
      {blind ? (
        <Badge>
          <Term id="blind" />
        </Badge>
      ) : null}
      {goldEvery === null ? null : (
        <Badge>
          <Term id="gold-item">{`1 in ${goldEvery} gold`}</Term>
        </Badge>
      )}
    </span>
  );
}
