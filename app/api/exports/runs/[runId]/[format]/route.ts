import { AppError } from "@/server/foundation/errors";
import { exportPairs, PAIR_FORMATS, type PairFormat } from "@/server/runs/export-pairs";
import { getRun } from "@/server/runs/runs.service";
import { webContext } from "@/server/trpc/web-context";

interface Params {
  readonly params: Promise<{ runId: string; format: string }>;
}

/** Streams a run's pairs as a JSON Lines file. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { runId, format } = await params;
  const { db } = webContext();
  if (!isFormat(format)) {
    return new Response(`There is no format "${format}". Use one of: ${PAIR_FORMATS.join(", ")}.\n`, {
      status: 404,
    });
  }
  try {
    getRun(db, runId);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return new Response(`${error.message}\n`, { status: 404 });
  }
  return new Response(streamLines(exportPairs(db, runId, format)), {
    headers: {
      "content-type": "application/jsonl; charset=utf-8",
      "content-disposition": `attachment; filename="${runId}-${format}.jsonl"`,
    },
  });
}

function isFormat(format: string): format is PairFormat {
  return PAIR_FORMATS.some((known) => known === format);
}

const CHUNK_CHARACTERS = 64 * 1024;

function streamLines(lines: Generator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      let chunk = "";
      while (chunk.length < CHUNK_CHARACTERS) {
        const next = lines.next();
        if (next.done === true) {
          if (chunk !== "") controller.enqueue(encoder.encode(chunk));
          controller.close();
          return;
        }
        chunk += next.value;
      }
      controller.enqueue(encoder.encode(chunk));
    },
    cancel() {
      lines.return(undefined);
    },
  });
}
