import { formatBytes, formatCount, formatInteger } from "@/components/ui/format";
import { Code } from "@/components/ui/raw-text";
import type { Model } from "./types";

/** Kind, size, licence, place: one quiet line. */
export function ModelFacts({ model }: { readonly model: Model }) {
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm text-ink-soft">
      {model.kind === "embedded" ? <EmbeddedFacts model={model} /> : null}
      {model.kind === "llama-server" ? <LlamaServerFacts model={model} /> : null}
      {model.kind === "openai" || model.kind === "prm" ? <ServerFacts model={model} /> : null}
      {model.kind === "scripted" ? (
        <span>
          Answers by the script <Code>{model.script ?? "default"}</Code>, without any model: for tests only.
        </span>
      ) : null}
    </p>
  );
}

function EmbeddedFacts({ model }: { readonly model: Model }) {
  return (
    <>
      <span>GGUF file, runs in the worker</span>
      {model.fileBytes === null ? null : (
        <span title={`${formatInteger(model.fileBytes)} bytes`}>{formatBytes(model.fileBytes)}</span>
      )}
      {model.licence === null ? null : <span>{model.licence}</span>}
      {model.catalogue === null ? null : <span>From {model.catalogue.sources.join(", else ")}</span>}
      {model.filePath === null ? null : <Code>{model.filePath}</Code>}
      {model.fileSha256 === null ? null : (
        <span title={`SHA-256 ${model.fileSha256}`}>
          SHA-256 <Code>{model.fileSha256.slice(0, 12)}</Code>
        </span>
      )}
    </>
  );
}

function LlamaServerFacts({ model }: { readonly model: Model }) {
  const { filePath, fileBytes, binaryPath, maxConcurrency } = model;
  return (
    <>
      <span>llama-server that the app starts</span>
      <span title={`${formatInteger(fileBytes)} bytes`}>{formatBytes(fileBytes)}</span>
      {filePath === null ? null : <Code>{filePath}</Code>}
      {binaryPath === null ? <span>the program is looked for</span> : <Code>{binaryPath}</Code>}
      <span>{formatCount(maxConcurrency ?? 16, "sample")} at once</span>
    </>
  );
}

function ServerFacts({ model }: { readonly model: Model }) {
  return (
    <>
      <span>{model.kind === "prm" ? "Process reward model behind vLLM" : "OpenAI-compatible server"}</span>
      {model.baseUrl === null ? null : <Code>{model.baseUrl}</Code>}
      {model.remoteName === null ? null : (
        <span>
          model <Code>{model.remoteName}</Code>
        </span>
      )}
      <span>{model.hasApiKey ? "with an API key" : "without an API key"}</span>
      <span>{width(model)}</span>
    </>
  );
}

function width({ kind, maxConcurrency }: Model): string {
  if (kind === "prm") return `${formatCount(maxConcurrency ?? 4, "request")} at once, of up to 32 solutions`;
  if (maxConcurrency === null) return "the app finds how many samples at once serve best";
  return `at most ${formatInteger(maxConcurrency)} samples at once`;
}
