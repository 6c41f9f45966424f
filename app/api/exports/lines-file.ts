/** Answers with a JSON Lines file that is written while it is read, so that its size does not matter. */
export function linesFile(name: string, lines: Generator<string>): Response {
  return new Response(streamLines(lines), {
    headers: {
      "content-type": "application/jsonl; charset=utf-8",
      "content-disposition": `attachment; filename="${name}.jsonl"`,
    },
  });
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
