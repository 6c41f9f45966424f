import path from "node:path";
import process from "node:process";
import { catalogueEntry } from "../catalogue-entries";
import { downloadModel } from "../download/download-model";

/** The 135M model for real-model tests: from `SPHERE_TEST_MODELS` (default `data/test-models`), fetched there if missing. */
export function smallModelFile(): Promise<string> {
  const entry = catalogueEntry("smollm2-135m-instruct");
  if (entry === null) throw new Error("The small model left the catalogue.");
  const folder = path.resolve(process.env["SPHERE_TEST_MODELS"] ?? "data/test-models");
  return downloadModel(entry, folder, { onProgress: () => undefined, signal: AbortSignal.timeout(600_000) });
}
