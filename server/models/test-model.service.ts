import { AppError } from "@/server/foundation/errors";
import { catalogueEntry } from "./catalogue-entries";
import { verifyFile } from "./download/verify-file";
import { readGgufHeader } from "./embedded/read-header";
import { EngineError } from "./engine";
import { findLlamaServer } from "./llama-server/find-llama-server";
import { viewOf, type ModelView } from "./model-view";
import type { ModelsContext } from "./models-context";
import { updateModel, type ModelRow, type NewModel } from "./models.repo";
import { requireModel } from "./models.service";
import { openServer } from "./openai/open-server";
import { openPrm } from "./prm/open-prm";
import { addressesOf, probeReplicas } from "./probe-replicas";
import { scorerKindOf } from "./scorer-kind";
import { createScriptedEngine } from "./scripted/scripted-engine";
import { statusAfter } from "./status-after";
import { askScorer, askWriter, NO_ANSWERS, type TestAnswers } from "./test-questions";

export interface ModelTest extends TestAnswers {
  readonly ok: boolean;
  /** What was found, or why it failed and what to do, in plain words. */
  readonly message: string;
  readonly model: ModelView;
}

/**
 * Tests a model from the web process. A server is probed anew and asked small questions; a file is checked against its SHA-256
 * where the catalogue has one, and its header read, but it is not loaded: only the worker runs it.
 */
export async function testModel(ctx: ModelsContext, id: string): Promise<ModelTest> {
  const row = requireModel(ctx, id);
  return outcome(ctx, row, () => tests[row.kind](ctx, row));
}

interface Finding {
  readonly message: string;
  readonly answers: TestAnswers;
  readonly change: Partial<NewModel>;
}

const tests: Readonly<Record<ModelRow["kind"], (ctx: ModelsContext, row: ModelRow) => Promise<Finding>>> = {
  openai: testServer,
  prm: testPrm,
  embedded: (_, row) => testFile(row),
  "llama-server": testLlamaServer,
  scripted: testScripted,
};

/** Probes every server of the entry and stores what they can do. */
async function testServer({ clock }: ModelsContext, row: ModelRow): Promise<Finding> {
  const capabilities = await probeReplicas(row, clock);
  const first = capabilities.replicas?.find(({ state }) => state === "ready")?.baseUrl ?? row.baseUrl;
  const engine = await openServer({ ...row, baseUrl: first, capabilities }, clock);
  try {
    const answers = await askWriter(engine, clock);
    const servers = addressesOf(row).length;
    const answering = servers === 1 ? "The server answers." : `${servers} servers were asked.`;
    const message = [answering, ...capabilities.notes, ...answers.failures].join(" ");
    return { message, answers, change: { capabilities } };
  } finally {
    await engine.close();
  }
}

async function testPrm({ clock }: ModelsContext, row: ModelRow): Promise<Finding> {
  const engine = await openPrm(row, clock);
  try {
    const answers = await askScorer(engine);
    const { capabilities } = engine;
    const message = ["The process reward model scores steps.", ...capabilities.notes].join(" ");
    return { message, answers, change: { capabilities } };
  } finally {
    await engine.close();
  }
}

async function testScripted({ clock }: ModelsContext, row: ModelRow): Promise<Finding> {
  const engine = createScriptedEngine(row.script ?? "default");
  const answers = scorerKindOf(row) === "prm" ? await askScorer(engine) : await askWriter(engine, clock);
  return { message: "The scripted double answers.", answers, change: {} };
}

/** Its program and its file; only the worker starts it. */
async function testLlamaServer(_: ModelsContext, row: ModelRow): Promise<Finding> {
  const { binary, version } = await findLlamaServer({ binaryPath: row.binaryPath });
  const { message, ...finding } = await testFile(row);
  return { ...finding, message: `llama-server ${version} is at ${binary}. ${message}` };
}

async function testFile(row: ModelRow): Promise<Finding> {
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
  return { message, answers: NO_ANSWERS, change: { fileBytes: header.bytes } };
}

/** Writes on the row what the test found. */
async function outcome(ctx: ModelsContext, row: ModelRow, test: () => Promise<Finding>): Promise<ModelTest> {
  try {
    const { message, answers, change } = await test();
    const model = updateModel(ctx.db, row.id, { ...change, status: "ready", statusDetail: null });
    return { ok: true, message, ...answers, model: viewOf(requireRow(model)) };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    const change = row.status === "downloading" ? {} : statusAfter(row, error);
    const model = Object.keys(change).length === 0 ? row : updateModel(ctx.db, row.id, change);
    return { ok: false, message: error.message, ...NO_ANSWERS, model: viewOf(requireRow(model)) };
  }
}

function requireRow(row: ModelRow | null): ModelRow {
  if (row !== null) return row;
  throw new AppError("not-found", "The model was removed meanwhile.", { field: "id" });
}
