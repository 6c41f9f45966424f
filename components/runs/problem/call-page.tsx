"use client";

import { useQuery } from "@tanstack/react-query";
import { SamplesSection } from "@/components/calls/samples-section";
import { useTRPC } from "@/components/trpc/client";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { CallFacts } from "./call-facts";
import { CallPrompt } from "./call-prompt";
import { SampleOutcome } from "./sample-outcome";

/** One model call: what was sent, and every text that came back. */
export function CallPage({ callId }: { readonly callId: string }) {
  const trpc = useTRPC();
  const detail = useQuery(trpc.runs.modelCall.queryOptions({ callId }));
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
      <SamplesSection
        samples={data.call.samples}
        lede="Each text exactly as the model wrote it, without the prefix and without the stop text."
        outcomes={data.call.samples.map((_, index) => (
          <SampleOutcome key={index} index={index} detail={data} />
        ))}
      />
    </>
  );
}
