import Link from "next/link";
import type { ReactNode } from "react";
import { formatDuration, formatInteger, formatRate } from "@/components/ui/format";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import type { RunView } from "@/server/runs/run-view";
import { meanRate } from "../mean-rate";
import { pairsPath } from "../pairs/paths";
import { runPath } from "../run-paths";
import { RunProgressBar } from "../run-progress";
import { RunStatusMark } from "../run-status-mark";

export function RunTable({ runs }: { readonly runs: readonly RunView[] }) {
  return (
    <Table label="Runs" minWidth="54rem">
      <THead>
        <Th width="16rem">Name</Th>
        <Th width="7rem">Status</Th>
        <Th width="16rem">Problems</Th>
        <Th align="right" width="5rem">
          Pairs
        </Th>
        <Th align="right" width="9rem">
          Tokens
        </Th>
        <Th align="right" width="9rem">
          Started
        </Th>
      </THead>
      <TBody>
        {runs.map((run) => (
          <RunRow key={run.id} run={run} />
        ))}
      </TBody>
    </Table>
  );
}

function RunRow({ run }: { readonly run: RunView }) {
  const rate = meanRate(run);
  return (
    <Tr>
      <Td>
        <Link href={runPath(run.id)} className="font-medium wrap-anywhere hover:text-accent">
          <bdi>{run.name}</bdi>
        </Link>
        {run.statusReason === null ? null : (
          <span className="line-clamp-2 text-sm wrap-anywhere text-ink-soft" title={run.statusReason}>
            {run.statusReason}
          </span>
        )}
      </Td>
      <Td>
        <RunStatusMark status={run.status} />
      </Td>
      <Td>
        <RunProgressBar run={run} label={`Problems of ${run.name}`} />
      </Td>
      <Td align="right">
        {run.pairCount === 0 ? (
          "0"
        ) : (
          <Link href={pairsPath(run.id)} className="link">
            {formatInteger(run.pairCount)}
          </Link>
        )}
      </Td>
      <Td align="right" nowrap>
        {formatInteger(run.generatedTokens)}
        <Second>{rate === null ? null : formatRate(rate)}</Second>
      </Td>
      <Td align="right" nowrap>
        {run.startedAt === null ? (
          <span className="text-ink-faint">not yet</span>
        ) : (
          <>
            <RelativeTime at={run.startedAt} />
            <Second>{formatDuration(run.activeMs)} at work</Second>
          </>
        )}
      </Td>
    </Tr>
  );
}

function Second({ children }: { readonly children: ReactNode }) {
  return <span className="block text-sm text-ink-soft">{children}</span>;
}
