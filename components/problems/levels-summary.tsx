import { formatInteger, UNKNOWN } from "@/components/ui/format";
import type { SetSummary } from "./types";

/** "1–5", with the counts on hover. */
export function LevelsSummary({ levels }: Pick<SetSummary, "levels">) {
  const [first, last] = [levels[0], levels.at(-1)];
  if (first === undefined || last === undefined) return UNKNOWN;
  const counts = levels.map(({ value, count }) => `level ${value}: ${formatInteger(count)}`).join(", ");
  return <span title={counts}>{first === last ? first.value : `${first.value}–${last.value}`}</span>;
}
