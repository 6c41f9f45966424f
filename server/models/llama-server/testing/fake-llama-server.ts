/**
 * A program that behaves as llama-server does, with the scripted double for answers. Started through `fakeLlamaServer`. Its model
 * file is a text file whose words say how it misbehaves.
 */
import fs from "node:fs";
import { createServer, request } from "node:http";
import process from "node:process";
import { startHttpDouble } from "../../scripted/http-double";

function option(name: string): string {
  return process.argv[process.argv.indexOf(`--${name}`) + 1] ?? "";
}

async function serve(): Promise<void> {
  const words = fs.readFileSync(option("model"), "utf8").trim().split(/\s+/);
  process.stdout.write(
    `loading ${option("model")} in ${option("parallel")} slots of ${option("ctx-size")}\n`,
  );
  if (words.includes("damaged")) {
    process.stderr.write("error: failed to load the model\n");
    process.exit(1);
  }
  if (words.includes("stubborn")) process.on("SIGTERM", () => undefined);
  const double = await startHttpDouble({ personality: "llama-server" });
  let healthy = 0;
  const server = createServer((asked, answer) => {
    if (asked.url === "/health") {
      // Loading takes a moment, and for ever where it is told so.
      const ready = !words.includes("endless") && ++healthy > 1;
      answer.writeHead(ready ? 200 : 503).end("{}");
      return;
    }
    if (asked.headers["x-sphere-request"] === "crash") {
      process.stderr.write("GGML_ASSERT failed: out of luck\n");
      process.kill(process.pid, "SIGKILL");
    }
    const { method, headers } = asked;
    const target = request(new URL(asked.url ?? "/", double.url), { method, headers }, (inner) => {
      answer.writeHead(inner.statusCode ?? 500, inner.headers);
      inner.pipe(answer);
    });
    asked.pipe(target);
  });
  server.listen(Number(option("port")), option("host"));
}

await serve();
