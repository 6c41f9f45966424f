import { z } from "zod";

export const MODEL_KINDS = ["embedded", "llama-server", "openai", "prm", "scripted"] as const;
/**
 * A GGUF file run inside the worker; a llama-server that the app starts for one; a server that speaks the OpenAI
 * protocol; a process reward model behind vLLM's `/pooling`; the deterministic test double.
 */
export type ModelKind = (typeof MODEL_KINDS)[number];

export const MODEL_STATUSES = [
  "not-downloaded",
  "downloading",
  "ready",
  "damaged",
  "missing",
  "unreachable",
] as const;
export type ModelStatus = (typeof MODEL_STATUSES)[number];

/** How a server can be made to continue a given text (method 1.3-1.4). */
export const PREFIX_MODES = [
  "continue-final-message",
  "assistant-prefill",
  "completions",
  "ask-to-continue",
] as const;
export type PrefixMode = (typeof PREFIX_MODES)[number];

/** Whose server it is, as far as the probe can tell: decides which settings beyond the protocol are sent. */
const SERVER_DIALECTS = ["vllm", "llama-server", "openai"] as const;
export type ServerDialect = (typeof SERVER_DIALECTS)[number];

const REPLICA_STATES = ["ready", "unreachable", "different"] as const;
/** One of several servers behind an entry, as the last probe found it. */
const replicaStateSchema = z.object({
  baseUrl: z.string(),
  /** `different`: it answers, but has to be spoken to in another way than the first, so it is not used. */
  state: z.enum(REPLICA_STATES),
  /** Why it is not ready, in plain words. */
  detail: z.string().nullable(),
});
export type ReplicaState = z.infer<typeof replicaStateSchema>;

/** What the probe of a model found. */
export const capabilitiesSchema = z.object({
  probedAt: z.number(),
  prefixMode: z.enum(PREFIX_MODES),
  samplesPerRequest: z.boolean(),
  logprobs: z.boolean(),
  contextTokens: z.number().int().positive().nullable(),
  dialect: z.enum(SERVER_DIALECTS).default("openai"),
  chatTemplate: z.enum(["from-model", "from-server", "chatml-assumed"]),
  /** Whether it says how likely a given text is, and how probable each of some labels is. */
  likelihood: z.boolean().default(false),
  labels: z.boolean().default(false),
  /** Whether it scores the steps of a solution. */
  stepScores: z.boolean().default(false),
  /** Of an entry with several servers: each of them, the first address first. */
  replicas: z.array(replicaStateSchema).optional(),
  notes: z.array(z.string()),
});
export type Capabilities = z.infer<typeof capabilitiesSchema>;

const name = z.string().trim().min(1, "Give the model a name").max(120);
/** Names of the scripted double's behaviours; `scripted/scripts.ts` says what each does. */
export const SCRIPT_NAMES = [
  "default",
  "weak",
  "always-right",
  "always-wrong",
  "garbage",
  "slow",
  "prm",
] as const;
export type ScriptName = (typeof SCRIPT_NAMES)[number];

/** Where a checkpoint comes from: the model it was trained from, in which round, on the pairs of which runs. */
export const lineageSchema = z.object({
  parentModelId: z.string().min(1, "Choose the model that it was trained from").max(200),
  round: z.number().int().min(1, "Rounds are counted from 1").max(1_000),
  runIds: z.array(z.string().min(1).max(200)).max(100, "At most 100 runs"),
});
export type Lineage = z.infer<typeof lineageSchema>;

/** Null: it is a base, not a checkpoint. */
export const setLineageSchema = z.object({
  id: z.string().min(1).max(200),
  lineage: lineageSchema.nullable(),
});
export type SetLineage = z.infer<typeof setLineageSchema>;
/** Of a new entry: left out for a base. */
const lineage = lineageSchema.nullish();

export const addEmbeddedSchema = z.object({
  name,
  lineage,
  /** Path of a GGUF file on the server's machine. */
  path: z.string().trim().min(1, "Give the path of a GGUF file").max(4096),
});
export type AddEmbedded = z.infer<typeof addEmbeddedSchema>;

const baseUrl = z.string().trim().min(1, "Give the server's address").max(2048);
/** The name by which the server knows the model. */
const remoteName = z.string().trim().min(1, "Give the model's name on the server").max(200);
const replicaAddresses = z.array(z.string().trim().max(2048)).max(32, "At most 32 further servers");

export const addOpenAiSchema = z.object({
  name,
  lineage,
  baseUrl,
  remoteName,
  apiKey: z.string().trim().max(500).optional(),
  /** Samples at once; left out, the app finds the best number itself. */
  maxConcurrency: z.number().int().min(1).max(1024).optional(),
  /** Addresses of further servers with the same model. */
  replicas: replicaAddresses.optional(),
});
export type AddOpenAi = z.infer<typeof addOpenAiSchema>;

export const addPrmSchema = z.object({
  name,
  baseUrl,
  remoteName,
  apiKey: z.string().trim().max(500).optional(),
  /** Requests of up to 32 solutions at once; left out, four. */
  maxConcurrency: z.number().int().min(1).max(64).optional(),
});
export type AddPrm = z.infer<typeof addPrmSchema>;

/** What a llama-server is started with where nobody says otherwise. */
export const LLAMA_SERVER_PARALLEL = 16;
/** Sequences that a llama-server decodes at the same time; each has its part of the context. */
const parallel = z.number().int().min(1, "At least 1").max(64, "At most 64");
const binaryPath = z.string().trim().max(4096);

export const addLlamaServerSchema = z
  .object({
    name,
    lineage,
    /** Path of a GGUF file on the server's machine, or a model of the list that has one. */
    path: z.string().trim().max(4096).optional(),
    fileOf: z.string().max(200).optional(),
    /** The llama-server program, where it is not on the path. */
    binaryPath: binaryPath.optional(),
    parallel: parallel.default(LLAMA_SERVER_PARALLEL),
  })
  .refine(({ path, fileOf }) => (path ?? "") !== "" || (fileOf ?? "") !== "", {
    path: ["path"],
    message: "Give the path of a GGUF file, or choose a model whose file to use",
  });
export type AddLlamaServer = z.infer<typeof addLlamaServerSchema>;

/** Changes to an entry; what is left out stays. Its id, and with it every run that names it, stays too. */
export const editModelSchema = z.object({
  id: z.string().min(1).max(200),
  name: name.optional(),
  baseUrl: baseUrl.optional(),
  remoteName: remoteName.optional(),
  /** A new key; null forgets the one there is. */
  apiKey: z.string().trim().min(1).max(500).nullish(),
  /** Null lets the app find the number. */
  maxConcurrency: z.number().int().min(1).max(1024).nullish(),
  replicas: replicaAddresses.optional(),
  binaryPath: binaryPath.optional(),
});
export type EditModel = z.infer<typeof editModelSchema>;

export const addScriptedSchema = z.object({ name, script: z.enum(SCRIPT_NAMES).default("default") });
export type AddScripted = z.infer<typeof addScriptedSchema>;

export const removeModelSchema = z.object({
  id: z.string().min(1).max(200),
  /** Said by whoever knows that other models name this one as their parent. */
  leavesCheckpoints: z.boolean().default(false),
});
export type RemoveModel = z.infer<typeof removeModelSchema>;

export const modelIdSchema = z.object({ id: z.string().min(1).max(200) });
