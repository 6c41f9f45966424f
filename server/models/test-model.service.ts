import { AppError } from "@/server/foundation/errors";
import { catalogueEntry } from "./catalogue-entries";
import { verifyFile } from "./download/verify-file";
import { readGgufHeader } from "./embedded/read-header";
import { EngineError, type Engine } from "./engine";
import { viewOf, type ModelView } from "./model-view";
import type { ModelsContext } from "./models-context";
import { updateModel, type ModelRow, type NewModel } from "./models.repo";
import { requireModel } from "./models.service";
import { openServer } from "./openai/open-server";
import { createScriptedEngine } from "./scripted/scripted-engine";
import { statusAfter } from "./status-after";

export interface ModelTest {
  readonly ok: boolean;
  /** What was found, or why it failed and what to do, in plain words. */
  readonly message: string;
  /** A short answer, where the test asked for one. */
  readonly sample: { readonly text: string; readonly tokens: number; readonly durationMs: number } | null;
  readonly model: ModelView;
}

/**
 * Tests a model from the web process. A server is probed anew and asked a small question; a file is checked against its
 * SHA-256 where the catalogue has one, and its header read, but it is not loaded: only the worker runs it.
 */
export async function testModel(ctx: ModelsContext, id: string): Promise<ModelTest> {
  const row = requireModel(ctx, id);
  if (row.kind === "openai") return testServer(ctx, id);
  if (row.kind === "embedded") return testFile(ctx, row);
  const sample = await ask(createScriptedEngine(row.script ?? "default"), ctx);
  return { ok: true, message: "The scripted double answers.", sample, model: viewOf(row) };
}

/** Probes a server and stores what it can do. */
export async function testServer(ctx: ModelsContext, id: string): Promise<ModelTest> {
  const row = requireModel(ctx, id);
  return outcome(ctx, row, async () => {
    const engine = await openServer({ ...row, capabilities: null }, ctx.clock);
    try {
      const sample = await ask(engine, ctx);
      const { capabilities } = engine;
      const message = ["The server answers.", ...capabilities.notes].join(" ");
      return { message, sample, change: { capabilities } };
    } finally {
      await engine.close();
    }
  });
}

function testFile(ctx: ModelsContext, row: ModelRow): Promise<ModelTest> {
  return outcome(ctx, row, async () => {
    if (row.status === "downloading")
      throw new EngineError("model-missing", "The file is still being downloaded.");
    if (row.filePath === null)
      throw new EngineError("model-missing", "The file is not downloaded yet. Start its download.");
    const header = await readGgufHeader(row.filePath);
    const entry = catalogueEntry(row.id);
    const fault = entry === null ? null : await verifyFile(row.filePath, entry);
    if (fault !== null) {
      const message = `The file is not the one of the catalogue: ${fault}. Remove it and download it again.`;
      throw new EngineError("model-damaged", message);
    }
    const parts = [
      `The file is a readable GGUF of architecture ${header.architecture}`,
      header.contextTokens === null ? "" : `, trained on ${header.contextTokens} tokens of context`,
      header.hasChatTemplate ? ", with a chat template" : ", without a chat template (ChatML is assumed)",
      entry === null ? "" : "; its SHA-256 is right",
    ];
    const message = `${parts.join("")}. The weights are loaded when a run uses it.`;
    return { message, sample: null, change: { fileBytes: header.bytes } };
  });
}

interface Finding {
  readonly message: string;
  readonly sample: ModelTest["sample"];
  readonly change: Partial<NewModel>;
}

/** Writes on the row what the test found. */
async function outcome(ctx: ModelsContext, row: ModelRow, test: () => Promise<Finding>): Promise<ModelTest> {
  try {
    const { message, sample, change } = await test();
    const model = updateModel(ctx.db, row.id, { ...change, status: "ready", statusDetail: null });
    return { ok: true, message, sample, model: viewOf(requireRow(model)) };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    const change = row.status === "downloading" ? {} : statusAfter(row, error);
    const model = Object.keys(change).length === 0 ? row : updateModel(ctx.db, row.id, change);
    return { ok: false, message: error.message, sample: null, model: viewOf(requireRow(model)) };
  }
}

function requireRow(row: ModelRow | null): ModelRow {
  if (row !== null) return row;
  throw new AppError("not-found", "The model was removed meanwhile.", { field: "id" });
}

async function ask(engine: Engine, { clock }: ModelsContext): Promise<ModelTest["sample"]> {
  const started = clock.now();
  const { generations } = await engine.generate(
    {
      key: "test",
      messages: [{ role: "user", content: "What is 2 + 3? Answer in one short sentence." }],
      prefix: "",
      n: 1,
      sampling: { temperature: 0.8, topP: 0.95, maxTokens: 32, stop: [] },
    },
    AbortSignal.timeout(60_000),
  );
  const [first] = generations;
  return first === undefined
    ? null
    : { text: first.text, tokens: first.tokens, durationMs: clock.now() - started };
}
