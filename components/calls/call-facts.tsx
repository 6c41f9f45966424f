import { formatDecimal, formatDuration, formatInteger } from "@/components/ui/format";
import type { KeyValue } from "@/components/ui/page";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusMark } from "@/components/ui/status-mark";
import { Term } from "@/components/ui/term";

/** What every call keeps of how it was sampled and what it cost. */
export interface CallRecord {
  readonly status: "ok" | "failed";
  readonly createdAt: number;
  readonly samplesWanted: number;
  readonly temperature: number;
  readonly topP: number;
  readonly maxTokens: number;
  readonly promptTokens: number;
  readonly generatedTokens: number;
  readonly durationMs: number;
}

export function outcomeFacts({ status, createdAt }: CallRecord): KeyValue[] {
  return [
    {
      key: "Status",
      value:
        status === "ok" ? (
          <StatusMark tone="good">ok</StatusMark>
        ) : (
          <StatusMark tone="bad">failed</StatusMark>
        ),
    },
    { key: "When", value: <RelativeTime at={createdAt} /> },
  ];
}

export function samplingFacts({ samplesWanted, temperature, topP, maxTokens }: CallRecord): KeyValue[] {
  return [
    { key: "Samples asked for", value: formatInteger(samplesWanted) },
    {
      key: "temperature",
      label: <Term id="temperature">Temperature</Term>,
      value: formatDecimal(temperature),
    },
    { key: "Top-p", value: formatDecimal(topP) },
    { key: "Most tokens", value: formatInteger(maxTokens) },
  ];
}

export function costFacts({ promptTokens, generatedTokens, durationMs }: CallRecord): KeyValue[] {
  return [
    { key: "Prompt tokens", value: formatInteger(promptTokens) },
    { key: "Generated tokens", value: formatInteger(generatedTokens) },
    { key: "Took", value: formatDuration(durationMs) },
  ];
}
