import Link from "next/link";
import { MathText } from "@/components/math";
import { formatDecimal, formatDuration, formatInteger } from "@/components/ui/format";
import { StageMark } from "@/components/ui/marks";
import { KeyValueList, type KeyValue } from "@/components/ui/page";
import { Code, SafeText } from "@/components/ui/raw-text";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusMark } from "@/components/ui/status-mark";
import { Term } from "@/components/ui/term";
import { problemPath } from "@/components/runs/pairs/paths";
import type { CallDetail } from "./types";
import { ROLE_WORDS } from "./words";

/** Where a call stands in its run, how it was sampled and what it cost. */
export function CallFacts({ detail }: { readonly detail: CallDetail }) {
  const { call, owners, modelName } = detail;
  return (
    <section aria-label="About the call">
      {call.status === "ok" ? null : (
        <div role="alert" className="mb-5 border-l-2 border-danger pl-3">
          <p className="font-medium text-danger">The call failed: {call.errorKind ?? "no kind was stored"}</p>
          {call.errorMessage === null ? null : (
            <p className="wrap-anywhere">
              <SafeText text={call.errorMessage} />
            </p>
          )}
          <p className="text-sm text-ink-soft">
            This call alone is lost; the run went on without its samples.
          </p>
        </div>
      )}
      {owners === null ? null : (
        <p className="mb-5 max-w-prose">
          <span className="text-ink-soft">For </span>
          <Link href={problemPath(call.runId, call.problemId)} className="link font-serif">
            <MathText text={owners.problem.statement} inline limit={160} />
          </Link>
        </p>
      )}
      <KeyValueList layout="grid" items={[...identity(call, modelName), ...sampling(call), ...cost(call)]} />
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
    {
      key: "Status",
      value:
        call.status === "ok" ? (
          <StatusMark tone="good">ok</StatusMark>
        ) : (
          <StatusMark tone="bad">failed</StatusMark>
        ),
    },
    { key: "When", value: <RelativeTime at={call.createdAt} /> },
  ];
}

function sampling(call: CallDetail["call"]): KeyValue[] {
  return [
    { key: "Samples asked for", value: formatInteger(call.samplesWanted) },
    {
      key: "temperature",
      label: <Term id="temperature">Temperature</Term>,
      value: formatDecimal(call.temperature),
    },
    { key: "Top-p", value: formatDecimal(call.topP) },
    { key: "Most tokens", value: formatInteger(call.maxTokens) },
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

function cost(call: CallDetail["call"]): KeyValue[] {
  return [
    { key: "Prompt tokens", value: formatInteger(call.promptTokens) },
    { key: "Generated tokens", value: formatInteger(call.generatedTokens) },
    { key: "Took", value: formatDuration(call.durationMs) },
  ];
}
