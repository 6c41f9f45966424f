import { AppError } from "@/server/foundation/errors";
import { exportDemonstrations } from "@/server/runs/export-demonstrations";
import { exportPairs, PAIR_FORMATS, type PairFormat } from "@/server/runs/export-pairs";
import { getRun } from "@/server/runs/runs.service";
import type { Db } from "@/db/client";
import { contextFor } from "@/server/trpc/context-for";
import { linesFile } from "../../../lines-file";

interface Params {
  readonly params: Promise<{ runId: string; format: string }>;
}

const FORMATS = [...PAIR_FORMATS, "sft"] as const;
type Format = PairFormat | "sft";

/** Streams a run's pairs, or a rejection-sampling run's solutions, as a JSON Lines file. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { runId, format } = await params;
  const asked = await contextFor(request, "reader");
  if ("refused" in asked) return asked.refused;
  const { db } = asked.context;
  if (!isFormat(format)) {
    return new Response(`There is no format "${format}". Use one of: ${FORMATS.join(", ")}.\n`, {
      status: 404,
    });
  }
  try {
    getRun(db, runId);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return new Response(`${error.message}\n`, { status: 404 });
  }
  return linesFile(`${runId}-${format}`, linesOf(db, runId, format));
}

function linesOf(db: Db, runId: string, format: Format): Generator<string> {
  return format === "sft" ? exportDemonstrations(db, runId) : exportPairs(db, runId, format);
}

function isFormat(format: string): format is Format {
  return FORMATS.some((known) => known === format);
}
