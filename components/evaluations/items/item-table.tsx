import Link from "next/link";
import { AnswerText, MathText } from "@/components/math";
import { formatInteger } from "@/components/ui/format";
import { SafeText } from "@/components/ui/raw-text";
import { Badge, StatusMark } from "@/components/ui/status-mark";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import type { EvaluationView } from "@/server/evaluations/evaluation-view";
import type { EvaluationItem } from "@/server/evaluations/reading/items.service";
import { itemFilter, type ItemSearch } from "../live/evaluation-search";
import { evaluationItemPath } from "../paths";
import { GreedyMark, SampledShare } from "./pass-marks";

interface ItemTableProps {
  readonly evaluation: Pick<EvaluationView, "id" | "protocol">;
  readonly items: readonly EvaluationItem[];
  /** What next and previous of an item will walk through. */
  readonly search: ItemSearch;
}

export function ItemTable({ evaluation, items, search }: ItemTableProps) {
  const { greedy, sampled } = evaluation.protocol;
  return (
    <Table label="Items" minWidth="56rem">
      <THead>
        <Th width="9rem">Item</Th>
        <Th>Problem</Th>
        <Th width="8rem">Reference</Th>
        {greedy ? <Th width="11rem">Greedy answer</Th> : null}
        {sampled === null ? null : <Th width="8rem">Sampled</Th>}
        <Th align="right" width="5rem">
          Tokens
        </Th>
      </THead>
      <TBody>
        {items.map((item) => (
          <Tr key={item.problemId}>
            <Td>
              <Link
                href={evaluationItemPath(evaluation.id, item.problemId, itemFilter(search))}
                className="link wrap-anywhere"
              >
                <SafeText text={item.externalId} />
              </Link>
              <span className="block text-sm text-ink-soft">
                {[item.level, item.subject].filter((text) => text !== null).join(", ")}
              </span>
            </Td>
            <Td>
              <span className="font-serif">
                <MathText text={item.statement} inline limit={140} />
              </span>
              <Marks item={item} />
            </Td>
            <Td>
              <AnswerText text={item.answer} />
            </Td>
            {greedy ? (
              <Td>
                <GreedyMark item={item} />
              </Td>
            ) : null}
            {sampled === null ? null : (
              <Td>
                <SampledShare pass={item.passes.sampled} />
              </Td>
            )}
            <Td align="right">{formatInteger(tokensOf(item))}</Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function tokensOf({ passes }: EvaluationItem): number {
  return (passes.greedy?.tokens ?? 0) + (passes.sampled?.tokens ?? 0);
}

/** What of an item is out of the ordinary. */
function Marks({ item: { outcomes, status, passes } }: { readonly item: EvaluationItem }) {
  const cut = (passes.greedy?.truncated ?? 0) + (passes.sampled?.truncated ?? 0);
  // Of one answer the column beside says it.
  const several = passes.sampled !== null;
  const missing = (passes.greedy?.noAnswer ?? 0) + (passes.sampled?.noAnswer ?? 0);
  return (
    <span className="flex flex-wrap gap-x-2 gap-y-0.5">
      {status === "failed" ? <StatusMark tone="bad">failed</StatusMark> : null}
      {cut === 0 ? null : (
        <Badge title="It reached the token limit">
          {several ? `${formatInteger(cut)} cut off` : "cut off"}
        </Badge>
      )}
      {missing === 0 || !several ? null : <Badge>{formatInteger(missing)} without an answer</Badge>}
      {outcomes.includes("graders-differ") ? <Badge>graders differ</Badge> : null}
      {outcomes.includes("left-out") ? (
        <Badge title="Its reference is known to be bad: it counts nowhere">left out</Badge>
      ) : null}
    </span>
  );
}
