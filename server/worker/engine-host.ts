import type { OpenedModel } from "@/server/runs/execute-run";

/** Keeps one engine and one dispatcher a model, however many runs ask for it. */
export interface EngineHost {
  /** @throws EngineError when the model cannot be opened; the next call tries again. */
  acquire(modelId: string): Promise<OpenedModel>;
  close(): Promise<void>;
}
