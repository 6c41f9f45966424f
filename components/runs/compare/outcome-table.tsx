import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import type { RunComparison } from "@/server/runs/compare-runs.service";
import { outcomeRows } from "./outcome-rows";

/** What the two runs came to, figure by figure. */
export function OutcomeTable({ comparison: { a, b } }: { readonly comparison: RunComparison }) {
  return (
    <Table label="Outcomes" minWidth="30rem">
      <THead>
        <Th>Figure</Th>
        <Th align="right">A</Th>
        <Th align="right">B</Th>
        <Th align="right">B against A</Th>
      </THead>
      <TBody>
        {outcomeRows(a.outcome, b.outcome).map((row) => (
          <Tr key={row.label}>
            <Td>{row.label}</Td>
            <Td align="right" nowrap>
              {row.a}
            </Td>
            <Td align="right" nowrap>
              {row.b}
            </Td>
            <Td align="right" nowrap>
              {row.change ?? <span className="text-ink-faint">–</span>}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
