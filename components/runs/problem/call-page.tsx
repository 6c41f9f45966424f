"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/ui/states";
import { Section } from "@/components/ui/page";
import { CallFacts } from "./call-facts";
import { CallPrompt } from "./call-prompt";
import { CallSample } from "./call-sample";
import { ShowMore, useShown } from "./show-more";
import { useAnchor } from "./use-anchor";

const SAMPLES_AT_ONCE = 16;

/** One model call: what was sent, and every text that came back. */
export function CallPage({ callId }: { readonly callId: string }) {
  const trpc = useTRPC();
  const detail = useQuery(trpc.runs.modelCall.queryOptions({ callId }));
  const samples = detail.data?.call.samples ?? [];
  const anchor = useAnchor();
  const shown = useShown(
    samples.length,
    SAMPLES_AT_ONCE,
    samples.findIndex((_, index) => `sample-${index}` === anchor),
  );
  if (detail.isPending) return <SkeletonRows rows={10} label="Loading the call" />;
  if (detail.isError) {
    return (
      <ErrorState
        title="The call could not be read"
        error={detail.error}
        retrying={detail.isFetching}
        onRetry={() => {
          detail.refetch().catch(() => undefined);
        }}
      />
    );
  }
  const { data } = detail;
  return (
    <>
      <CallFacts detail={data} />
      <CallPrompt call={data.call} messages={data.messages} />
      <Section
        id="samples"
        title="Samples"
        lede="Each text exactly as the model wrote it, without the prefix and without the stop text."
      >
        {samples.length === 0 ? (
          <EmptyState title="No samples">The call gave no text.</EmptyState>
        ) : (
          <ol>
            {samples.slice(0, shown.count).map((sample, index) => (
              <CallSample key={index} sample={sample} index={index} detail={data} />
            ))}
          </ol>
        )}
        <ShowMore shown={shown} total={samples.length} noun="samples" />
      </Section>
    </>
  );
}
