import { AnswerText } from "@/components/math";
import { formatInteger } from "@/components/ui/format";
import { StatusMark } from "@/components/ui/status-mark";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import { describeRule } from "@/server/math";
import { verdictWord } from "../items/verdict-words";
import type { DisagreementDetail } from "./types";

/** What each grader said of the answer, and by which rule. */
export function SaidTable({ said }: Pick<DisagreementDetail, "said">) {
  return (
    <Table label="What the graders said" minWidth="36rem">
      <THead>
        <Th width="9rem">Grader</Th>
        <Th width="9rem">Verdict</Th>
        <Th width="8rem">Read</Th>
        <Th>Why</Th>
        <Th align="right" width="5rem">
          Answers
        </Th>
      </THead>
      <TBody>
        {said.map(({ graderVersion, verdict, extracted, rule, samples }) => (
          <Tr key={JSON.stringify([graderVersion, verdict, extracted, rule])}>
            <Td nowrap>{graderVersion}</Td>
            <Td>
              <StatusMark tone={verdict === "correct" ? "good" : "bad"}>{verdictWord(verdict)}</StatusMark>
            </Td>
            <Td>
              {extracted === null ? (
                <span className="text-ink-soft">nothing</span>
              ) : (
                <span className="font-serif">
                  <AnswerText text={extracted} />
                </span>
              )}
            </Td>
            <Td>
              <span className="text-sm">{describeRule(rule)}</span>
            </Td>
            <Td align="right">{formatInteger(samples)}</Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
