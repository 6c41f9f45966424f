"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/states";
import { toast } from "@/components/ui/toaster";
import type { CampaignView } from "@/server/review/queue-view.schema";

/** Closes a campaign or opens it again; each takes the other back, so neither asks. */
export function StatusButton({ campaign }: { readonly campaign: CampaignView }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const update = useMutation(
    trpc.review.campaigns.update.mutationOptions({
      onSuccess: async ({ status }) => {
        toast.success(status === "open" ? "The campaign is open again." : "The campaign is closed.");
        await queryClient.invalidateQueries(trpc.review.pathFilter());
      },
    }),
  );
  const open = campaign.status === "open";
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Button
        variant={open ? "danger" : "secondary"}
        pending={update.isPending}
        onClick={() => {
          update.mutate({ campaignId: campaign.id, status: open ? "closed" : "open" });
        }}
      >
        {open ? "Close the campaign" : "Open the campaign again"}
      </Button>
      {update.error === null ? null : <ErrorState compact error={update.error} />}
    </div>
  );
}
