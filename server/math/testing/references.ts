import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "node:process";
import { EXPRESSIONS } from "../cases/expressions";
import { NUMBERS } from "../cases/numbers";
import { SETS } from "../cases/sets";
import { WORDS } from "../cases/words";

export interface Reference {
  readonly id: string;
  readonly file: string;
  readonly answer: string;
  /** What the source keeps apart from the answer. */
  readonly tolerance?: number;
}

/** The reference answers of the benchmark files in SPHERE_DATA_DIR, or this folder's own where there are none. */
export function references(): readonly Reference[] {
  const folder = env["SPHERE_DATA_DIR"];
  if (folder === undefined || !existsSync(folder)) return ownReferences();
  const files = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
  return files.length === 0
    ? ownReferences()
    : files.flatMap((name) => fileReferences(join(folder, name), name));
}

function ownReferences(): readonly Reference[] {
  return [NUMBERS, EXPRESSIONS, SETS, WORDS].flatMap(({ equal }, group) =>
    equal.map(([answer], at) => ({ id: `own-${group}-${at}`, file: "own", answer })),
  );
}

function fileReferences(path: string, file: string): readonly Reference[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => readLine(line, file));
}

function readLine(line: string, file: string): Reference {
  const item: unknown = JSON.parse(line);
  if (typeof item !== "object" || item === null || !("id" in item) || !("answer" in item))
    throw new Error(`${file}: no item`);
  return { id: String(item.id), file, answer: String(item.answer) };
}
