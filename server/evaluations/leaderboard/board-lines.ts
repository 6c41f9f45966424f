import type { BoardNumber, Leaderboard } from "./board-view";

/** One number of the leaderboard as a line of its download. Shares in [0, 1]; null where nothing is known. */
export type BoardLine = Readonly<Record<string, string | number | null>>;

/** Every number of the table, in its order: those that are ranked, and those that stand apart with what differs. */
export function boardLines({ rows, columns, metric }: Leaderboard): BoardLine[] {
  return rows.flatMap(({ model, cells }) =>
    columns.flatMap(({ benchmark }) => {
      const cell = cells[benchmark.id];
      const line = (number: BoardNumber, place: { readonly ranked: string; readonly differs: string }) => ({
        model: model.name,
        model_id: model.id,
        family: model.familyName,
        round: model.round,
        benchmark: benchmark.name,
        metric,
        k: number.k,
        score: number.figure?.value ?? null,
        low: number.figure?.low ?? null,
        high: number.figure?.high ?? null,
        ranked: place.ranked,
        differs_in: place.differs,
        standing: place.ranked === "yes" ? (cell?.standing ?? null) : null,
        items: number.items,
        part_items: number.subset.items,
        benchmark_items: number.subset.of,
        part_seed: number.subset.seed,
        items_left_out: number.leftOut,
        items_failed: number.failed,
        answers_settled: number.settled,
        mean_tokens: number.tokens?.value ?? null,
        status: number.status,
        pass_key: number.key,
        evaluation_id: number.evaluationId,
      });
      if (cell === undefined) return [];
      const { ranked, apart } = cell;
      return [
        ...(ranked === null
          ? []
          : [line(ranked, { ranked: ranked.status === "finished" ? "yes" : "not yet", differs: "" })]),
        ...apart.map(({ number, parts }) => line(number, { ranked: "no", differs: parts.join(" ") })),
      ];
    }),
  );
}
