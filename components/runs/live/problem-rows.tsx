import Link from "next/link";
import { MathText } from "@/components/math";
import { formatInteger } from "@/components/ui/format";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import type { RunProblemRow } from "@/server/runs/runs.repo";
import { problemPath } from "../pairs/paths";
import { ProblemStatusMark } from "../problem-status-mark";

interface ProblemRowsProps {
  readonly runId: string;
  readonly problems: readonly RunProblemRow[];
}

const STATEMENT_CHARACTERS = 160;

export function ProblemRows({ runId, problems }: ProblemRowsProps) {
  return (
    <Table label="Problems of the run" minWidth="44rem">
      <THead>
        <Th align="right" width="3.5rem">
          No.
        </Th>
        <Th>Problem</Th>
        <Th width="6rem">Status</Th>
        <Th width="5rem">Bucket</Th>
        <Th align="right" width="8rem">
          Right / wrong
        </Th>
        <Th align="right" width="4rem">
          Pairs
        </Th>
      </THead>
      <TBody>
        {problems.map((problem) => (
          <Tr key={problem.problemId}>
            <Td align="right">{formatInteger(problem.position + 1)}</Td>
            <Td>
              <Link href={problemPath(runId, problem.problemId)} className="font-serif hover:text-accent">
                <MathText inline text={problem.statement} limit={STATEMENT_CHARACTERS} />
              </Link>
              {problem.error === null ? null : (
                <span className="block text-sm wrap-anywhere text-danger">
                  <bdi>{problem.error}</bdi>
                </span>
              )}
            </Td>
            <Td>
              <ProblemStatusMark status={problem.status} />
            </Td>
            <Td>{problem.bucket ?? <span className="text-ink-faint">–</span>}</Td>
            <Td align="right" nowrap>
              {problem.right + problem.wrong === 0 ? (
                <span className="text-ink-faint">–</span>
              ) : (
                `${formatInteger(problem.right)} / ${formatInteger(problem.wrong)}`
              )}
            </Td>
            <Td align="right">{formatInteger(problem.pairs)}</Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
