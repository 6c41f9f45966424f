import { findModel } from "@/server/models/models.repo";
import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import { appendEvent } from "@/server/runs/events.repo";
import { explainRun, type ClaimedRun } from "@/server/runs/lifecycle.repo";

/** Loading a small file takes less: then nothing need be said. */
const MOMENT_MS = 1_500;

/** Says on the run which model it waits for, and why, where opening that takes longer than a moment. */
export async function tellWhileOpening<T>(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  { run, leaseId }: ClaimedRun,
  { modelId, opening }: { readonly modelId: string; readonly opening: Promise<T> },
): Promise<T> {
  const over = new AbortController();
  const explain = (reason: string | null): boolean => explainRun(db, { runId: run.id, leaseId, reason });
  async function tell(): Promise<void> {
    await clock.sleep(MOMENT_MS, over.signal);
    const model = findModel(db, modelId);
    const message = `${model?.name ?? "The model"}: ${model?.statusDetail ?? "being loaded."}`;
    if (!explain(message)) return;
    appendEvent(db, { runId: run.id, level: "info", kind: "model-opening", message }, clock.now());
  }
  // It is cut short where the model is there at once.
  const telling = tell().catch(() => undefined);
  try {
    return await opening;
  } finally {
    over.abort();
    await telling;
    explain(null);
  }
}
