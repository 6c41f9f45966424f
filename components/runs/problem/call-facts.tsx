import Link from "next/link";
import { costFacts, outcomeFacts, samplingFacts } from "@/components/calls/call-facts";
import { CallFailure } from "@/components/calls/call-failure";
import { MathText } from "@/components/math";
import { formatInteger } from "@/components/ui/format";
import { StageMark } from "@/components/ui/marks";
import { KeyValueList, type KeyValue } from "@/components/ui/page";
import { Code, SafeText } from "@/components/ui/raw-text";
import { problemPath } from "@/components/runs/pairs/paths";
import type { CallDetail } from "./types";
import { ROLE_WORDS } from "./words";

/** Where a call stands in its run, how it was sampled and what it cost. */
export function CallFacts({ detail }: { readonly detail: CallDetail }) {
  const { call, owners, modelName } = detail;
  return (
    <section aria-label="About the call">
      {call.status === "ok" ? null : (
        <CallFailure
          kind={call.errorKind}
          message={call.errorMessage}
          consequence="This call alone is lost; the run went on without its samples."
        />
      )}
      {owners === null ? null : (
        <p className="mb-5 max-w-prose">
          <span className="text-ink-soft">For </span>
          <Link href={problemPath(call.runId, call.problemId)} className="link font-serif">
            <MathText text={owners.problem.statement} inline limit={160} />
          </Link>
        </p>
      )}
      <KeyValueList
        layout="grid"
        items={[...identity(call, modelName), ...sampling(call), ...costFacts(call)]}
      />
    </section>
  );
}

function identity(call: CallDetail["call"], modelName: string | null): KeyValue[] {
  return [
    { key: "Stage", value: <StageMark stage={call.stage} /> },
    {
      key: "Model",
      value: (
        <>
          <SafeText text={modelName ?? call.modelId} />{" "}
          <span className="text-ink-faint">{ROLE_WORDS[call.role]}</span>
        </>
      ),
    },
    ...outcomeFacts(call),
  ];
}

function sampling(call: CallDetail["call"]): KeyValue[] {
  return [
    ...samplingFacts(call),
    {
      key: "Stop texts",
      value:
        call.stop.length === 0
          ? "none"
          : call.stop.map((stop, index) => (
              <span key={index} className="mr-1.5 whitespace-nowrap">
                <Code>{JSON.stringify(stop)}</Code>
              </span>
            )),
    },
    {
      key: "Asked before",
      value: call.ordinal === 0 ? "never" : `${formatInteger(call.ordinal)} samples of the same`,
    },
  ];
}
