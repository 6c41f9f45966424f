import path from "node:path";

/** Where the llama-server of a model's entry writes what it says; notes of running ones lie beside it. */
export function llamaServerLog(modelsDir: string, modelId: string): string {
  return path.join(modelsDir, "llama-server", `${modelId}.log`);
}
