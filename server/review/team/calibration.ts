import type { CalibrationBin, TeamFigures } from "./figures";
import type { Judged } from "./judged";
import type { ItemFacts } from "./ledger";
import { share } from "./share";

const TENTHS = Array.from({ length: 11 }, (_, tenth) => tenth / 10);

/** How the machine's confidence relates to what people accept: items by doubt and by margin, in tenths. */
export function calibrationOf(judged: readonly Judged[]): TeamFigures["calibration"] {
  return {
    doubt: binned(judged, (item) => item.doubt),
    margin: binned(judged, (item) => item.margin),
  };
}

/** Bins that hold an item; the last includes its upper end. */
function binned(judged: readonly Judged[], valueOf: (item: ItemFacts) => number | null): CalibrationBin[] {
  const bins = TENTHS.slice(1).map((to, index) => ({
    from: TENTHS[index] ?? 0,
    to,
    sum: 0,
    total: 0,
    accepted: 0,
  }));
  for (const { item, verdict } of judged) {
    const value = valueOf(item);
    if (value === null) continue;
    const bin = bins[Math.min(bins.length - 1, Math.max(0, Math.floor(value * bins.length + 1e-9)))];
    if (bin === undefined) continue;
    bin.sum += value;
    bin.total += 1;
    if (verdict === "accept") bin.accepted += 1;
  }
  return bins
    .filter(({ total }) => total > 0)
    .map(({ from, to, sum, total, accepted }) => ({
      from,
      to,
      mean: sum / total,
      accepted: share(accepted, total),
    }));
}
