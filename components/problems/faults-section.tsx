import { formatCount, formatInteger } from "@/components/ui/format";
import { Section } from "@/components/ui/page";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import { WHOLE_FILE_LINE } from "@/server/problems/problems.schema";
import type { SetDetail } from "./types";

/** Lines that the last import refused, with the reason of each. */
export function FaultsSection({ set }: { readonly set: SetDetail }) {
  if (set.faultCount === 0) return null;
  const more = set.faultCount - set.faults.length;
  return (
    <Section
      id="faults"
      title={`${formatCount(set.faultCount, "line")} refused at the last import`}
      lede={more > 0 ? `The first ${formatInteger(set.faults.length)} are listed.` : undefined}
    >
      <Table label="Refused lines" maxHeight="28rem">
        <THead>
          <Th align="right" width="5rem">
            Line
          </Th>
          <Th>Reason</Th>
        </THead>
        <TBody>
          {set.faults.map(({ line, reason }, index) => (
            <Tr key={index}>
              <Td align="right" nowrap>
                {line === WHOLE_FILE_LINE ? "file" : formatInteger(line)}
              </Td>
              <Td>
                <span className="wrap-anywhere">{reason}</span>
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </Section>
  );
}
