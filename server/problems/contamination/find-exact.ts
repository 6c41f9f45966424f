import type { Candidates } from "./candidates";
import { addTo, visit, type Sides } from "./sides";

/** Notes problems that are the same after normalisation. */
export async function findExact(
  { training, benchmark, pause }: Sides,
  candidates: Candidates,
): Promise<void> {
  const byKey = new Map<string, number[]>();
  for (const [index, { key }] of benchmark.entries()) if (key !== "|") addTo(byKey, key, index);
  await visit(training, pause, ({ key }, index) => {
    for (const twin of byKey.get(key) ?? []) candidates.note(index, twin, "exact");
  });
}
