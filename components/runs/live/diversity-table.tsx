"use client";

import { formatDecimal, formatInteger } from "@/components/ui/format";
import { StageMark } from "@/components/ui/marks";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import type { RunReport } from "@/server/runs/report.service";
import { STAGES } from "@/server/sphere/io";
import { Explained } from "../explained";

const terms = {
  distinct1: {
    name: "distinct-1",
    meaning: "Different words over all words of a problem's solutions; 1 means that none comes twice.",
  },
  distinct4: {
    name: "distinct-4",
    meaning: "The same for runs of four words: high where solutions do not copy each other's phrases.",
  },
  selfBleu: {
    name: "self-BLEU",
    meaning: "How well each solution is foretold by the others, from 0 to 1. Lower is more diverse.",
  },
  answerEntropy: {
    name: "answer entropy",
    meaning: "Spread of the final answers in bits: 0 where all agree, 1 where two share them evenly.",
  },
  strategies: {
    name: "strategies",
    meaning: "Different sequences of operations: ways to solve the problem, whatever the words.",
  },
} as const;

/** How different the chains of a problem are, by stage: means over the run's problems. */
export function DiversityTable({ diversity }: { readonly diversity: RunReport["diversity"] }) {
  return (
    <Table label="How different the chains are" minWidth="44rem">
      <THead>
        <Th>Stage</Th>
        <Th align="right">Problems</Th>
        <Th align="right">Chains each</Th>
        {Object.values(terms).map(({ name, meaning }) => (
          <Th key={name} align="right">
            <Explained meaning={meaning}>{name}</Explained>
          </Th>
        ))}
      </THead>
      <TBody>
        {diversity.toSorted(byStage).map((row) => (
          <Tr key={row.stage}>
            <Td>
              <StageMark stage={row.stage} explain={false} />
            </Td>
            <Td align="right">{formatInteger(row.problems)}</Td>
            <Td align="right">{formatDecimal(row.chains, 1)}</Td>
            <Td align="right">{formatDecimal(row.distinct1)}</Td>
            <Td align="right">{formatDecimal(row.distinct4)}</Td>
            <Td align="right">{formatDecimal(row.selfBleu)}</Td>
            <Td align="right">{formatDecimal(row.answerEntropy)}</Td>
            <Td align="right">{formatDecimal(row.strategies, 1)}</Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

type Row = RunReport["diversity"][number];

function byStage(a: Row, b: Row): number {
  return STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage);
}
