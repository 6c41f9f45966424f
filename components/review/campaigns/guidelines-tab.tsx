"use client";

import { useQuery } from "@tanstack/react-query";
import { useMe } from "@/components/accounts/use-me";
import { useTRPC } from "@/components/trpc/client";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import type { CampaignView } from "@/server/review/queue-view.schema";
import { GuidelinesText } from "../item/guidelines-text";
import { GuidelinesEditor } from "./guidelines-editor";

const REFRESH_MS = 20_000;

/** A campaign's guidelines: to read, and for those who lead it to write. */
export function GuidelinesTab({ campaign }: { readonly campaign: CampaignView }) {
  const trpc = useTRPC();
  const { can } = useMe();
  const guidelines = useQuery(
    trpc.review.guidelines.get.queryOptions({ campaignId: campaign.id }, { refetchInterval: REFRESH_MS }),
  );
  if (guidelines.data === undefined) {
    return guidelines.error === null ? (
      <SkeletonRows rows={8} label="Loading the guidelines" />
    ) : (
      <ErrorState
        title="The guidelines could not be read"
        error={guidelines.error}
        retrying={guidelines.isFetching}
        onRetry={() => {
          guidelines.refetch().catch(() => undefined);
        }}
      />
    );
  }
  if (can("runner")) return <GuidelinesEditor guidelines={guidelines.data} />;
  return (
    <>
      <p className="mb-4 text-sm text-ink-soft">
        {guidelines.data.version === 0
          ? "The text that every campaign begins with."
          : `Version ${guidelines.data.version}.`}
      </p>
      <GuidelinesText markdown={guidelines.data.markdown} />
    </>
  );
}
