import path from "node:path";
import { z } from "zod";

/** Settings of a process. This file is the only reader of `process.env` in the app. */
const schema = z.object({
  /** Folder of everything the app keeps: database, models, temporary files. */
  SPHERE_HOME: z.string().min(1).default("data"),
  /** Folder with JSONL problem files, imported by name; optional. */
  SPHERE_DATA_DIR: z.string().min(1).optional(),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  /** The address that people type where a proxy stands in front: `https://sphere.example.org`. */
  SPHERE_ORIGIN: z
    .url({
      protocol: /^https?$/,
      error: "Write the address as a browser shows it: https://sphere.example.org",
    })
    .transform((address) => new URL(address).origin)
    .optional(),
  /** Signs session cookies; without it a secret is made once and kept in SPHERE_HOME. */
  SPHERE_SECRET: z.string().min(32, "A secret has at least 32 characters.").optional(),
  /** E-mail address of somebody who forgot their password: the start prints a link for a new one. */
  SPHERE_NEW_PASSWORD_FOR: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("warn"),
});

export interface Env {
  readonly home: string;
  readonly databaseFile: string;
  readonly modelsDir: string;
  readonly dataDir: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly origin: string | undefined;
  readonly secret: string | undefined;
  readonly newPasswordFor: string | undefined;
  readonly logLevel: z.infer<typeof schema>["LOG_LEVEL"];
}

/** @throws Error that names each variable that is wrong. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const parsed = schema.safeParse(source);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`Wrong settings in the environment. ${problems.join("; ")}`);
  }
  const home = path.resolve(parsed.data.SPHERE_HOME);
  return {
    home,
    databaseFile: path.join(home, "sphere.db"),
    modelsDir: path.join(home, "models"),
    dataDir:
      parsed.data.SPHERE_DATA_DIR === undefined ? undefined : path.resolve(parsed.data.SPHERE_DATA_DIR),
    host: parsed.data.HOST,
    port: parsed.data.PORT,
    origin: parsed.data.SPHERE_ORIGIN,
    secret: parsed.data.SPHERE_SECRET,
    newPasswordFor: parsed.data.SPHERE_NEW_PASSWORD_FOR,
    logLevel: parsed.data.LOG_LEVEL,
  };
}

/** The environment for a child process: this one's own, with additions. */
export function childEnvironment(additions: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...additions };
}
