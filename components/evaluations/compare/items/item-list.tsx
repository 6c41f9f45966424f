import Link from "next/link";
import { AnswerText, MathText } from "@/components/math";
import { formatInteger } from "@/components/ui/format";
import { SafeText } from "@/components/ui/raw-text";
import { StatusMark } from "@/components/ui/status-mark";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import type { ComparedItemRow, ItemSideSummary } from "@/server/evaluations/comparison/comparison-view";
import { CELL_WORDS } from "../cell-words";
import { compareItemPath } from "../compare-paths";
import type { CompareItemsSearch } from "../compare-search";

interface ItemListProps {
  readonly items: readonly ComparedItemRow[];
  /** Answers of each item. */
  readonly samples: number;
  readonly search: CompareItemsSearch;
}

const STATEMENT_LIMIT = 180;

/** Problems with what both answered. */
export function ItemList({ items, samples, search }: ItemListProps) {
  return (
    <Table label="Items compared" minWidth="46rem">
      <THead>
        <Th width="40%">Problem</Th>
        <Th>Reference</Th>
        <Th>A</Th>
        <Th>B</Th>
        <Th>Came out</Th>
      </THead>
      <TBody>
        {items.map((item) => (
          <Tr key={item.problemId}>
            <Td>
              <Link
                prefetch={false}
                href={compareItemPath(item.problemId, search)}
                className="link block text-sm wrap-anywhere"
              >
                <SafeText text={item.externalId} />
              </Link>
              <span className="line-clamp-2 font-serif">
                <MathText text={item.statement} inline limit={STATEMENT_LIMIT} />
              </span>
              <span className="text-sm text-ink-faint">
                <SafeText text={[item.level, item.subject].filter((fact) => fact !== null).join(", ")} />
              </span>
            </Td>
            <Td>
              <span className="font-serif">
                <AnswerText text={item.answer} />
              </span>
            </Td>
            <Td>
              <Side side={item.a} samples={samples} />
            </Td>
            <Td>
              <Side side={item.b} samples={samples} />
            </Td>
            <Td nowrap>{CELL_WORDS[item.cell]}</Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

/** What a model answered: the answer read of one, how many are right of several. */
function Side({ side, samples }: { readonly side: ItemSideSummary; readonly samples: number }) {
  const { right, extracted, truncated, failed } = side;
  return (
    <span className="block">
      <StatusMark tone={right === samples ? "good" : right === 0 ? "bad" : "warning"}>
        {samples > 1 ? (
          `${formatInteger(right)} of ${formatInteger(samples)} right`
        ) : extracted === null ? (
          "no answer"
        ) : (
          <span className="font-serif text-ink">
            <AnswerText text={extracted} />
          </span>
        )}
        {samples > 1 ? null : <span className="sr-only">{right > 0 ? ", right" : ", wrong"}</span>}
      </StatusMark>
      {truncated ? <span className="block text-sm text-ink-soft">cut off</span> : null}
      {failed ? <span className="block text-sm text-danger">call failed</span> : null}
    </span>
  );
}
