import { formatInteger } from "@/components/ui/format";

/** Which problems of a benchmark a number stands on; `seed` is null where all were taken. */
interface Subset {
  readonly items: number;
  readonly of: number;
  readonly seed: number | null;
}

/** "100 of 500, seed 0", or "all 500": stands wherever the number of a part does. */
export function subsetWords({ items, of, seed }: Subset): string {
  if (items >= of) return `all ${formatInteger(of)}`;
  const part = `${formatInteger(items)} of ${formatInteger(of)}`;
  return seed === null ? part : `${part}, seed ${seed}`;
}
