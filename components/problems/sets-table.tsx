import { OnlyFor } from "@/components/accounts/only-for";
import Link from "next/link";
import { formatInteger } from "@/components/ui/format";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import { LevelsSummary } from "./levels-summary";
import { OverlapNote } from "./overlap-note";
import { RemoveSetButton } from "./remove-set-button";
import { SetKindBadge } from "./set-kind";
import { SetStatus } from "./set-status";
import type { SetSummary } from "./types";

export function SetsTable({ sets }: { readonly sets: readonly SetSummary[] }) {
  return (
    <Table label="Problem sets" minWidth="58rem">
      <THead>
        <Th>Set</Th>
        <Th>Use</Th>
        <Th align="right">Problems</Th>
        <Th>Levels</Th>
        <Th>Source</Th>
        <Th align="right">Overlap</Th>
        <Th align="right">Faults</Th>
        <Th>Imported</Th>
        <Th>
          <span className="sr-only">Actions</span>
        </Th>
      </THead>
      <TBody>
        {sets.map((set) => (
          <SetRow key={set.id} set={set} />
        ))}
      </TBody>
    </Table>
  );
}

function SetRow({ set }: { readonly set: SetSummary }) {
  return (
    <Tr>
      <Td>
        <Link href={`/problems/${set.id}`} className="link font-medium">
          {set.name}
        </Link>
        <div className="text-sm">
          <SetStatus set={set} />
        </div>
      </Td>
      <Td nowrap>
        <SetKindBadge kind={set.kind} />
      </Td>
      <Td align="right">{formatInteger(set.problemCount)}</Td>
      <Td nowrap>
        <LevelsSummary levels={set.levels} />
      </Td>
      <Td>
        <span className="text-sm wrap-anywhere text-ink-soft">{set.source}</span>
      </Td>
      <Td align="right" nowrap>
        <OverlapNote set={set} />
      </Td>
      <Td align="right" nowrap>
        <FaultsLink set={set} />
      </Td>
      <Td nowrap>
        <RelativeTime at={set.createdAt} />
      </Td>
      <Td align="right">
        <OnlyFor least="runner">
          <RemoveSetButton set={set} />
        </OnlyFor>
      </Td>
    </Tr>
  );
}

function FaultsLink({ set }: { readonly set: SetSummary }) {
  if (set.faultCount === 0) return <>none</>;
  return (
    <Link href={`/problems/${set.id}#faults`} className="link" prefetch={false}>
      {formatInteger(set.faultCount)}
    </Link>
  );
}
