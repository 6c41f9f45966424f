import Link from "next/link";
import type { ReactNode } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { formatDuration, formatInteger, formatRate } from "@/components/ui/format";
import { RelativeTime } from "@/components/ui/relative-time";
import { Badge } from "@/components/ui/status-mark";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import type { RunListItem } from "@/server/runs/list-runs.service";
import { meanRate } from "../mean-rate";
import { pairsPath } from "../pairs/paths";
import { runPath } from "../run-paths";
import { RunProgressBar } from "../run-progress";
import { RunStatusMark } from "../run-status-mark";
import { KIND_WORDS } from "../run-words";

interface RunTableProps {
  readonly runs: readonly RunListItem[];
  /** Runs picked to be compared. */
  readonly picked: readonly string[];
  readonly onPick: (runId: string, picked: boolean) => void;
}

export function RunTable({ runs, picked, onPick }: RunTableProps) {
  return (
    <Table label="Runs" minWidth="58rem">
      <THead>
        <Th width="2.25rem">
          <span className="sr-only">Compare</span>
        </Th>
        <Th width="17rem">Name</Th>
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
          <RunRow key={run.id} run={run} picked={picked.includes(run.id)} onPick={onPick} />
        ))}
      </TBody>
    </Table>
  );
}

interface RunRowProps {
  readonly run: RunListItem;
  readonly picked: boolean;
  readonly onPick: RunTableProps["onPick"];
}

function RunRow({ run, picked, onPick }: RunRowProps) {
  const rate = meanRate(run);
  return (
    <Tr selected={picked}>
      <Td>
        <Checkbox
          label={`Compare ${run.name}`}
          labelHidden
          checked={picked}
          onCheckedChange={(next) => {
            onPick(run.id, next);
          }}
        />
      </Td>
      <Td>
        <Link href={runPath(run.id)} className="font-medium wrap-anywhere hover:text-accent">
          <bdi>{run.name}</bdi>
        </Link>
        <span className="flex flex-wrap gap-1">
          {run.kind === "sphere" ? null : <Badge>{KIND_WORDS[run.kind].label}</Badge>}
          {run.launch.dryRun ? <Badge>dry run</Badge> : null}
        </span>
        {run.statusReason === null ? null : (
          <span className="line-clamp-2 text-sm wrap-anywhere text-ink-soft" title={run.statusReason}>
            {run.statusReason}
          </span>
        )}
      </Td>
      <Td>
        <RunStatusMark status={run.status} />
        {run.queuePosition === null ? null : <Second>place {run.queuePosition}</Second>}
      </Td>
      <Td>
        <RunProgressBar run={run} label={`Problems of ${run.name}`} />
      </Td>
      <Td align="right">
        {run.kind === "rejection-sampling" ? (
          <span className="text-ink-faint">none</span>
        ) : run.pairCount === 0 ? (
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
