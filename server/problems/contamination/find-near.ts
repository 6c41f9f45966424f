import type { Candidates } from "./candidates";
import { addTo, visit, type Sides } from "./sides";

/** Notes problems whose signatures agree on a whole band. */
export async function findNear({ training, benchmark, pause }: Sides, candidates: Candidates): Promise<void> {
  const byBand = new Map<number, number[]>();
  await visit(benchmark, pause, ({ bands, shingles }, index) => {
    if (shingles.length > 0) for (const band of bands) addTo(byBand, band, index);
  });
  await visit(training, pause, ({ bands, shingles }, index) => {
    if (shingles.length === 0) return;
    for (const band of bands)
      for (const other of byBand.get(band) ?? []) candidates.note(index, other, "near");
  });
}
