"use client";

import Link from "next/link";
import { formatDuration, formatInteger } from "@/components/ui/format";
import { StageMark } from "@/components/ui/marks";
import { Section } from "@/components/ui/page";
import { SafeText } from "@/components/ui/raw-text";
import { EmptyState } from "@/components/ui/states";
import { StatusMark } from "@/components/ui/status-mark";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import { Term } from "@/components/ui/term";
import { callPath } from "@/components/runs/pairs/paths";
import { ShowMore, useShown } from "@/components/calls/show-more";
import type { ProblemDetail } from "./types";
import { PURPOSE_WORDS, ROLE_WORDS } from "./words";

const CALLS_AT_ONCE = 50;

/** Every model call of the problem, in order; each opens its prompt and raw text. */
export function CallsSection({ detail: { calls, modelNames } }: { readonly detail: ProblemDetail }) {
  const shown = useShown(calls.length, CALLS_AT_ONCE);
  return (
    <Section
      id="calls"
      title="Model calls"
      lede={
        <>
          From the run's <Term id="journal" />; each opens the prompt as it was sent and the raw texts.
        </>
      }
    >
      {calls.length === 0 ? (
        <EmptyState title="No calls yet">
          The first one is recorded when the model has answered it.
        </EmptyState>
      ) : (
        <>
          <Table label="Model calls" minWidth="46rem">
            <THead>
              <Th>Purpose</Th>
              <Th>Stage</Th>
              <Th>Model</Th>
              <Th align="right">Depth</Th>
              <Th align="right">Samples</Th>
              <Th align="right">Prompt tokens</Th>
              <Th align="right">Generated</Th>
              <Th align="right">Took</Th>
              <Th>Status</Th>
            </THead>
            <TBody>
              {calls.slice(0, shown.count).map((call) => (
                <Tr key={call.id}>
                  <Td nowrap>
                    <Link href={callPath(call.id)} className="link">
                      {PURPOSE_WORDS[call.purpose]}
                    </Link>
                  </Td>
                  <Td>
                    <StageMark stage={call.stage} label="short" />
                  </Td>
                  <Td>
                    <SafeText text={modelNames[call.modelId] ?? call.modelId} />{" "}
                    <span className="text-ink-faint">{ROLE_WORDS[call.role]}</span>
                  </Td>
                  <Td align="right">{formatInteger(call.depth)}</Td>
                  <Td align="right">{formatInteger(call.samplesWanted)}</Td>
                  <Td align="right">{formatInteger(call.promptTokens)}</Td>
                  <Td align="right">{formatInteger(call.generatedTokens)}</Td>
                  <Td align="right" nowrap>
                    {formatDuration(call.durationMs)}
                  </Td>
                  <Td nowrap>
                    {call.status === "ok" ? (
                      <StatusMark tone="good">ok</StatusMark>
                    ) : (
                      <StatusMark tone="bad">{call.errorKind ?? "failed"}</StatusMark>
                    )}
                  </Td>
                </Tr>
              ))}
            </TBody>
          </Table>
          <ShowMore shown={shown} total={calls.length} noun="calls" />
        </>
      )}
    </Section>
  );
}
