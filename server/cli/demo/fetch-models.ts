import { inArray } from "drizzle-orm";
import { models } from "@/db/schema";
import { startDownload } from "@/server/models/models.service";
import { createProgressLines } from "./progress-lines";
import type { DemoContext } from "./take-problems";

export const POLICY_ID = "qwen2.5-coder-0.5b-instruct";
export const SMALL_ID = "smollm2-135m-instruct";
const POLL_MS = 250;

/**
 * Waits until the worker has both default models in place, with progress in the terminal.
 * @throws Error with the reason and the fix when one cannot be had
 */
export async function fetchModels(context: DemoContext): Promise<void> {
  const { db, clock } = context;
  const rows = () =>
    db
      .select()
      .from(models)
      .where(inArray(models.id, [POLICY_ID, SMALL_ID]))
      .all();
  for (const row of rows()) if (row.status !== "ready") startDownload(context, row.id);
  const show = createProgressLines();
  for (;;) {
    const now = rows();
    for (const row of now) {
      if (row.status === "ready") show.done(row.name);
      else if (row.status === "downloading") show.update(row.name, row.downloadedBytes, row.fileBytes ?? 0);
      else throw new Error(`${row.name} cannot be fetched: ${row.statusDetail ?? row.status}`);
    }
    if (now.every(({ status }) => status === "ready")) return;
    await clock.sleep(POLL_MS);
  }
}
