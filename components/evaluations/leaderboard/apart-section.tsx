import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/page";
import type { BoardColumn, BoardGroup, Leaderboard } from "@/server/evaluations/leaderboard/board-view";
import { apartWords } from "../apart-words";
import { evaluationPath } from "../paths";
import { intervalWords, shareWords } from "../score-words";
import { groupModels, groupWords } from "./board-words";

interface ApartSectionProps {
  readonly board: Leaderboard;
  /** Ranks a group instead of the one that is ranked now. */
  readonly onRank: (benchmark: BoardColumn, key: string) => void;
}

/** Numbers that do not share prompt, items, sampling, token limit or grader with the ranking: shown, and never put into it. */
export function ApartSection({ board, onRank }: ApartSectionProps) {
  const columns = board.columns.filter(({ groups }) => groups.length > 1);
  if (columns.length === 0) return null;
  return (
    <Section
      id="apart"
      title="Shown apart"
      lede="These were measured in another way than what the table ranks, so that higher does not mean better. Each group can be ranked for itself."
    >
      {columns.map((column) => (
        <div key={column.benchmark.id} className="mt-4 first:mt-0">
          <h3 className="font-medium wrap-anywhere">
            <bdi>{column.benchmark.name}</bdi>
          </h3>
          <ul className="mt-1 border-t border-rule">
            {column.groups.slice(1).map((group) => (
              <li key={group.key} className="border-b border-rule py-2">
                <div className="flex flex-wrap items-start gap-x-4 gap-y-1">
                  <p className="min-w-0 flex-1 basis-64">
                    {apartWords(group.parts)}
                    <span className="block text-sm wrap-anywhere text-ink-soft">
                      {groupModels(group)}, {groupWords(group)}
                    </span>
                  </p>
                  <Button
                    size="sm"
                    aria-label={`Rank this group of ${column.benchmark.name}: ${groupWords(group)}`}
                    onClick={() => {
                      onRank(column, group.key);
                    }}
                  >
                    Rank this group
                  </Button>
                </div>
                <GroupNumbers board={board} column={column} group={group} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}

interface GroupNumbersProps {
  readonly board: Leaderboard;
  readonly column: BoardColumn;
  readonly group: BoardGroup;
}

function GroupNumbers({ board, column, group }: GroupNumbersProps) {
  const numbers = board.rows.flatMap(({ model, cells }) =>
    (cells[column.benchmark.id]?.apart ?? [])
      .filter(({ number }) => number.key === group.key)
      .map(({ number }) => ({ model, number })),
  );
  if (numbers.length === 0) return null;
  return (
    <details className="mt-1">
      <summary className="text-sm text-accent">The numbers</summary>
      <ul className="mt-1 grid gap-x-6 text-sm sm:grid-cols-2 xl:grid-cols-3">
        {numbers.map(({ model, number: { evaluationId, figure } }) => (
          <li key={evaluationId} className="min-w-0 py-0.5 wrap-anywhere">
            <bdi>{model.name}</bdi>{" "}
            <Link prefetch={false} href={evaluationPath(evaluationId)} className="link">
              {figure === null ? "nothing scored yet" : shareWords(figure)}
            </Link>
            {figure === null ? null : <span className="text-ink-soft"> ({intervalWords(figure)})</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
