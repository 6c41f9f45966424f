import type { Db } from "@/db/client";
import type { Clock } from "@/server/foundation/clock";
import type { Env } from "@/server/foundation/env";
import { AppError } from "@/server/foundation/errors";
import { importHuggingFace } from "@/server/problems/hugging-face.service";
import { importFile } from "@/server/problems/import-file.service";
import { importSources } from "@/server/problems/import-sources.service";
import type { ImportReport } from "@/server/problems/problems.schema";
import { importStarter } from "@/server/problems/starter.service";

export interface DemoContext {
  readonly db: Db;
  readonly env: Env;
  readonly clock: Clock;
}

const FILE = "gsm8k-train.jsonl";

/** GSM8K train from the data folder or the network; else the starter set. @returns the set's id */
export async function takeProblems(context: DemoContext): Promise<string> {
  const { folder, huggingFace } = await importSources(context);
  const known = [
    ...folder.files.filter(({ file }) => file === FILE),
    ...huggingFace.filter(({ id }) => id === "gsm8k-train"),
  ];
  const present = known.find(({ set }) => set?.status === "ready");
  if (present?.set) {
    console.log(`Problems: ${present.name}, ${present.set.problemCount} in place.`);
    return present.set.id;
  }
  const report = await firstThatWorks(
    context,
    folder.files.some(({ file }) => file === FILE),
  );
  console.log(`Problems: ${report.added} taken into "${report.name}".`);
  return report.setId;
}

async function firstThatWorks(context: DemoContext, inFolder: boolean): Promise<ImportReport> {
  if (inFolder) return importFile(context, { from: "folder", file: FILE });
  try {
    return await importHuggingFace(context, { dataset: "gsm8k-train" });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    console.log(`GSM8K could not be fetched (${error.message}) Making the starter set instead.`);
    return importStarter(context, { seed: 1, count: 200 });
  }
}
