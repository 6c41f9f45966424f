import fs from "node:fs";
import path from "node:path";
import { errorMessage } from "@/server/foundation/errors";
import { HUGGING_FACE_FILES } from "./hugging-face-data";
import { KNOWN_FILES, knownFile, stemOf } from "./known-files";
import { findSetByName, type ProblemSetRow } from "./problem-sets.repo";
import type { ProblemsContext } from "./problems-context";
import { STARTER_LIMIT, UPLOAD_LIMIT_BYTES, type SetKind, type SetStatus } from "./problems.schema";

/** Files listed of a data folder; a folder with more is better imported by path. */
const FILES_LISTED = 200;

interface ImportedSet {
  readonly id: string;
  readonly status: SetStatus;
  readonly problemCount: number;
}

export interface FolderFile {
  readonly file: string;
  readonly bytes: number;
  readonly name: string;
  /** Null when only the person can say what it is for. */
  readonly kind: SetKind | null;
  /** The set it was imported into, if it was. */
  readonly set: ImportedSet | null;
}

/** All that can be imported on this machine, and what is in already. */
export async function importSources(ctx: ProblemsContext) {
  return {
    folder: await dataFolder(ctx),
    /** Files whose name says what they are. */
    known: KNOWN_FILES.map(({ file, name, kind }) => ({ file, name, kind })),
    huggingFace: HUGGING_FACE_FILES.map(({ id, knownAs, repository, revision, rows }) => {
      const name = knownFile(knownAs)?.name ?? id;
      return {
        id,
        name,
        kind: knownFile(knownAs)?.kind ?? null,
        repository,
        revision,
        rows,
        set: imported(findSetByName(ctx.db, name)),
      };
    }),
    starterLimit: STARTER_LIMIT,
    uploadLimitBytes: UPLOAD_LIMIT_BYTES,
  };
}

async function dataFolder(ctx: ProblemsContext): Promise<{
  readonly path: string | null;
  /** Why the folder cannot be listed. */
  readonly error: string | null;
  readonly files: readonly FolderFile[];
}> {
  const { dataDir } = ctx.env;
  if (dataDir === undefined) return { path: null, error: null, files: [] };
  try {
    const entries = await fs.promises.readdir(dataDir, { withFileTypes: true });
    const names = entries
      .filter((entry) => !entry.isDirectory() && /\.(jsonl|ndjson)$/i.test(entry.name))
      .map((entry) => entry.name)
      .toSorted((a, b) => a.localeCompare(b, "en"))
      .slice(0, FILES_LISTED);
    const files = await Promise.all(names.map((name) => folderFile(ctx, dataDir, name)));
    return { path: dataDir, error: null, files: files.filter((file) => file !== null) };
  } catch (thrown) {
    return { path: dataDir, error: `The data folder cannot be read: ${errorMessage(thrown)}`, files: [] };
  }
}

async function folderFile(ctx: ProblemsContext, folder: string, file: string): Promise<FolderFile | null> {
  const stats = await fs.promises.stat(path.join(folder, file)).catch(() => null);
  if (stats === null || !stats.isFile()) return null;
  const known = knownFile(file);
  const name = known?.name ?? stemOf(file);
  const there = findSetByName(ctx.db, name);
  return { file, bytes: stats.size, name, kind: known?.kind ?? there?.kind ?? null, set: imported(there) };
}

function imported(row: ProblemSetRow | null): ImportedSet | null {
  return row === null ? null : { id: row.id, status: row.status, problemCount: row.problemCount };
}
