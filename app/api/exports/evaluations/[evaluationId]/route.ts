import { AppError } from "@/server/foundation/errors";
import { exportEvaluation } from "@/server/evaluations/export/export-evaluation";
import { getEvaluation } from "@/server/evaluations/work/lifecycle.service";
import { contextFor } from "@/server/trpc/context-for";
import { linesFile } from "../../lines-file";

interface Params {
  readonly params: Promise<{ evaluationId: string }>;
}

/** Streams an evaluation with every answer and verdict as a JSON Lines file, for a recount elsewhere. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { evaluationId } = await params;
  const asked = await contextFor(request, "reader");
  if ("refused" in asked) return asked.refused;
  const { db } = asked.context;
  try {
    getEvaluation(db, evaluationId);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return new Response(`${error.message}\n`, { status: 404 });
  }
  return linesFile(evaluationId, exportEvaluation(db, evaluationId));
}
