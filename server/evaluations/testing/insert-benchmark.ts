import type { Db } from "@/db/client";
import { models, problems, problemSets } from "@/db/schema";
import { contentId } from "@/server/foundation/ids";

/** A benchmark of sums that everybody can do, and that belong to nobody. @returns its id */
export function insertBenchmark(
  db: Db,
  {
    name,
    items,
    source = "sums.jsonl",
  }: { readonly name: string; readonly items: number; readonly source?: string },
): string {
  const id = contentId("set", [name]);
  db.transaction((tx) => {
    tx.insert(problemSets)
      .values({
        id,
        name,
        kind: "benchmark",
        status: "ready",
        source,
        problemCount: items,
        faults: [],
        createdAt: 0,
      })
      .run();
    for (let position = 0; position < items; position++) {
      const [a, b] = [17 + position, 25 + 3 * position];
      const statement = `What is $${String(a)} + ${String(b)}$?`;
      tx.insert(problems)
        .values({
          id: contentId("problem", [id, position]),
          setId: id,
          externalId: `sum-${String(position)}`,
          position,
          statement,
          answer: String(a + b),
          level: `Level ${String(1 + (position % 3))}`,
          subject: position % 2 === 0 ? "even" : "odd",
          fingerprint: contentId("fingerprint", [statement]),
        })
        .run();
    }
  });
  return id;
}

export interface ModelToInsert {
  readonly id: string;
  readonly name: string;
  readonly parentModelId?: string;
  readonly round?: number;
}

/** A scripted model, alone or trained from another. */
export function insertModel(db: Db, { id, name, parentModelId, round }: ModelToInsert): string {
  db.insert(models)
    .values({
      id,
      name,
      kind: "scripted",
      status: "ready",
      script: "default",
      parentModelId: parentModelId ?? null,
      round: round ?? null,
      createdAt: 0,
    })
    .run();
  return id;
}
