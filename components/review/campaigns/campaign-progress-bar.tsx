import { StackedBar } from "@/components/charts";
import type { CampaignView } from "@/server/review/queue-view.schema";

/** Items by how far they are. */
export function CampaignProgressBar({ campaign }: { readonly campaign: CampaignView }) {
  const { items, total, decisions } = campaign.progress;
  const parts = [
    { key: "agreed", label: "agreed", value: items.agreed, tone: "chosen" },
    { key: "settled", label: "settled", value: items.settled, tone: "accent" },
    { key: "conflict", label: "conflict", value: items.conflict, tone: "rejected" },
    { key: "open", label: "open", value: items.open, tone: "faint" },
  ] as const;
  const wanted = total * campaign.overlap;
  return (
    <StackedBar
      label={`${(total - items.open).toLocaleString("en-GB")} of ${total.toLocaleString("en-GB")} items done${
        campaign.overlap === 1
          ? ""
          : `, ${decisions.toLocaleString("en-GB")} of ${wanted.toLocaleString("en-GB")} decisions`
      }`}
      parts={parts}
    />
  );
}
