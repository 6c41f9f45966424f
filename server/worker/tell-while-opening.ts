import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import { findModel } from "@/server/models/models.repo";
import type { Job } from "./job";

/** Loading a small file takes less: then nothing need be said. */
const MOMENT_MS = 1_500;

/** Says on the job which model it waits for, and why, where opening that takes longer than a moment. */
export async function tellWhileOpening<T>(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  job: Pick<Job<never, never>, "explain" | "tell">,
  { modelId, opening }: { readonly modelId: string; readonly opening: Promise<T> },
): Promise<T> {
  const over = new AbortController();
  async function tell(): Promise<void> {
    await clock.sleep(MOMENT_MS, over.signal);
    const model = findModel(db, modelId);
    const message = `${model?.name ?? "The model"}: ${model?.statusDetail ?? "being loaded."}`;
    if (job.explain(message)) job.tell("model-opening", message);
  }
  // It is cut short where the model is there at once.
  const telling = tell().catch(() => undefined);
  try {
    return await opening;
  } finally {
    over.abort();
    await telling;
    job.explain(null);
  }
}
