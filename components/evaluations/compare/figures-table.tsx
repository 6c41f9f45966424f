import { KeyValueList } from "@/components/ui/page";
import { SafeText } from "@/components/ui/raw-text";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import type { BenchmarkComparison } from "@/server/evaluations/comparison/comparison-view";
import { figureRows, transitionRows } from "./figure-rows";

interface FiguresTableProps {
  readonly compared: BenchmarkComparison;
  readonly names: { readonly a: string; readonly b: string };
}

/** Scores, rates and costs of both, and what changes from A to B. */
export function FiguresTable({ compared, names }: FiguresTableProps) {
  const moves = transitionRows(compared);
  return (
    <>
      <Table label="Figures of both" minWidth="30rem">
        <THead>
          <Th>Figure</Th>
          <Th align="right">
            A
            <span className="sr-only">
              , <SafeText text={names.a} />
            </span>
          </Th>
          <Th align="right">
            B
            <span className="sr-only">
              , <SafeText text={names.b} />
            </span>
          </Th>
          <Th align="right">B against A</Th>
        </THead>
        <TBody>
          {figureRows(compared).map(({ label, a, b, change }) => (
            <Tr key={label}>
              <Td>{label}</Td>
              <Td align="right" nowrap>
                {a}
              </Td>
              <Td align="right" nowrap>
                {b}
              </Td>
              <Td align="right" nowrap>
                {change ?? <span className="text-ink-faint">–</span>}
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
      {moves.length === 0 ? null : (
        <div className="mt-4">
          <KeyValueList
            layout="grid"
            items={moves.map(({ label, words }) => ({ key: label, value: words }))}
          />
        </div>
      )}
    </>
  );
}
