"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { CallFailure } from "@/components/calls/call-failure";
import { costFacts, outcomeFacts, samplingFacts } from "@/components/calls/call-facts";
import { LongRawText } from "@/components/calls/long-raw-text";
import { SamplesSection } from "@/components/calls/samples-section";
import { SentMessages } from "@/components/calls/sent-messages";
import { MathText } from "@/components/math";
import { useTRPC } from "@/components/trpc/client";
import { KeyValueList, Section } from "@/components/ui/page";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { evaluationItemPath } from "../paths";
import { SampleVerdict } from "./sample-verdict";

interface CallPageProps {
  readonly evaluationId: string;
  readonly callId: string;
}

/** One model call of an evaluation: what was sent, every text that came back, and what the grader said. */
export function CallPage({ evaluationId, callId }: CallPageProps) {
  const trpc = useTRPC();
  const query = useQuery(trpc.evaluations.modelCall.queryOptions({ evaluationId, callId }));
  if (query.isPending) return <SkeletonRows rows={10} label="Loading the call" />;
  if (query.isError) {
    return (
      <ErrorState
        title="The call could not be read"
        error={query.error}
        retrying={query.isFetching}
        onRetry={() => {
          query.refetch().catch(() => undefined);
        }}
      />
    );
  }
  const { call, problem, evaluation, messages, renderedPrompt, verdicts } = query.data;
  return (
    <>
      <section aria-label="About the call">
        {call.status === "ok" ? null : (
          <CallFailure
            kind={call.errorKind}
            message={call.errorMessage}
            consequence="The answers that are missing count as wrong until the item is tried again."
          />
        )}
        <p className="mb-5 max-w-prose">
          <span className="text-ink-soft">For </span>
          <Link href={evaluationItemPath(evaluationId, problem.id)} className="link font-serif">
            <MathText text={problem.statement} inline limit={160} />
          </Link>
        </p>
        <KeyValueList
          layout="grid"
          items={[
            { key: "Model", value: <bdi>{evaluation.model.name}</bdi> },
            { key: "Pass", value: call.pass },
            ...outcomeFacts(call),
            ...samplingFacts(call),
            ...costFacts(call),
          ]}
        />
      </section>
      <Section id="prompt" title="Prompt" lede="As it was sent, before the model's chat template.">
        <SentMessages messages={messages} />
      </Section>
      <Section
        title="As the model read it"
        lede="The evaluation's prompt with the model's chat template and this statement."
      >
        {renderedPrompt === null ? (
          <p className="text-ink-faint">Not known: the engine does not tell it.</p>
        ) : (
          <LongRawText text={renderedPrompt} label="Rendered prompt" />
        )}
      </Section>
      <SamplesSection
        samples={call.samples}
        lede="Each text exactly as the model wrote it."
        outcomes={call.samples.map((_, index) => (
          <SampleVerdict
            key={index}
            said={verdicts.find(({ sampleIndex }) => sampleIndex === index) ?? null}
          />
        ))}
      />
    </>
  );
}
