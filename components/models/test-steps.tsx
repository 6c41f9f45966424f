import { MathText } from "@/components/math";
import { formatDecimal } from "@/components/ui/format";
import { StatusMark } from "@/components/ui/status-mark";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import { stepsVerdict } from "./test-words";
import type { ModelTest } from "./types";

/** The worked example that a process reward model scored, with a value for each step. */
export function TestSteps({ steps }: { readonly steps: NonNullable<ModelTest["steps"]> }) {
  return (
    <div className="mt-2">
      <p className="mb-1 text-sm text-ink-soft">
        It scored a solution whose second step is wrong: {steps.statement}
      </p>
      <Table label="Values of the steps">
        <THead>
          <Th>Step</Th>
          <Th>In truth</Th>
          <Th align="right">Value</Th>
        </THead>
        <TBody>
          {steps.path.map(({ text, right, value }) => (
            <Tr key={text}>
              <Td>
                <MathText text={text} inline />
              </Td>
              <Td nowrap>
                <StatusMark tone={right ? "good" : "bad"}>{right ? "right" : "wrong"}</StatusMark>
              </Td>
              <Td align="right">{formatDecimal(value)}</Td>
            </Tr>
          ))}
        </TBody>
      </Table>
      <p className="mt-1 text-sm">{stepsVerdict(steps.path)}</p>
    </div>
  );
}
