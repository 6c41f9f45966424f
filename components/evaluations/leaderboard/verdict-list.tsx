import { Section } from "@/components/ui/page";
import type { BoardColumn } from "@/server/evaluations/leaderboard/board-view";
import { groupModels, groupWords, measuredColumns, verdictWords } from "./board-words";

interface VerdictListProps {
  readonly columns: readonly BoardColumn[];
  /** Of the models that a column calls the best, by id. */
  readonly names: Readonly<Record<string, string>>;
}

/** Of each column: what is ranked in it, and what the order says. */
export function VerdictList({ columns, names }: VerdictListProps) {
  const measured = measuredColumns(columns);
  if (measured.length === 0) return null;
  return (
    <Section
      title="What the order says"
      lede="Judged by the intervals, over every model of the ranking. Whether one model is better than another is tested when two are compared."
    >
      <dl className="border-t border-rule">
        {measured.map(({ benchmark, groups: [ranked], verdict }) => (
          <div
            key={benchmark.id}
            className="grid gap-x-6 border-b border-rule py-1.5 sm:grid-cols-[12rem_minmax(0,1fr)]"
          >
            <dt className="font-medium wrap-anywhere">
              <bdi>{benchmark.name}</bdi>
            </dt>
            <dd className="min-w-0 wrap-anywhere">
              {verdictWords(verdict, (id) => names[id] ?? "A model that is not shown")}
              {ranked === undefined ? null : (
                <span className="block text-sm text-ink-soft">
                  Ranked: {groupModels(ranked)}, {groupWords(ranked)}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
