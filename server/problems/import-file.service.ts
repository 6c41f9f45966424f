import fs from "node:fs";
import path from "node:path";
import { AppError } from "@/server/foundation/errors";
import { checkLine } from "./check-line";
import { errorCode } from "./error-code";
import { rulesOf, type SetRules } from "./grading/rules";
import { importProblems, type Candidate, type ImportTarget } from "./import-problems";
import { knownFile, stemOf } from "./known-files";
import { findSetByName } from "./problem-sets.repo";
import type { ProblemsContext } from "./problems-context";
import type { ImportFile, ImportReport } from "./problems.schema";
import { readLines } from "./read-lines";
import { removeUpload, uploadFile } from "./uploads";

/**
 * Imports a JSONL file: a known one of the data folder, a path on this machine, or an upload (which is
 * deleted afterwards).
 * @throws AppError naming the field when the file cannot be read or its use is not known.
 */
export async function importFile(ctx: ProblemsContext, input: ImportFile): Promise<ImportReport> {
  const { file, fileName } = locate(ctx, input);
  const target = targetOf(ctx, input, fileName);
  await assertReadable(file, input);
  const report = await importProblems(ctx, target, candidatesOf(file, rulesOf(fileName)));
  if (input.from === "upload") await removeUpload(ctx, input.uploadId);
  return report;
}

/** Each line of a problem file, checked. */
async function* candidatesOf(file: string, rules: SetRules): AsyncGenerator<Candidate> {
  for await (const read of readLines(fs.createReadStream(file, { highWaterMark: 256 * 1024 }))) {
    yield "reason" in read
      ? { line: read.line, ok: false, reason: read.reason }
      : { line: read.line, ...checkLine(read.text, rules) };
  }
}

function locate(
  ctx: ProblemsContext,
  input: ImportFile,
): { readonly file: string; readonly fileName: string } {
  if (input.from === "path") {
    const file = path.resolve(input.path);
    return { file, fileName: path.basename(file) };
  }
  if (input.from === "upload")
    return { file: uploadFile(ctx, input.uploadId), fileName: path.basename(input.fileName) };
  if (ctx.env.dataDir === undefined)
    throw new AppError("conflict", "No data folder is set.", {
      field: "file",
      fix: "Start the app with SPHERE_DATA_DIR set to the folder with the files, or give a path.",
    });
  if (path.basename(input.file) !== input.file)
    throw new AppError("invalid-input", "A file of the data folder is named without any folder.", {
      field: "file",
      fix: "Give the file's name only, or import it by path.",
    });
  return { file: path.join(ctx.env.dataDir, input.file), fileName: input.file };
}

/**
 * Known files keep their name and use, whatever was asked: a benchmark never becomes training data. A set that
 * is there already keeps its use unless another is asked for, which is refused further on.
 */
function targetOf(ctx: ProblemsContext, input: ImportFile, fileName: string): ImportTarget {
  const known = knownFile(fileName);
  if (known !== null) return { name: known.name, kind: known.kind, source: fileName, licence: known.licence };
  const name = input.name ?? stemOf(fileName);
  const there = findSetByName(ctx.db, name)?.kind;
  const kind = input.kind ?? (there === "starter" ? undefined : there);
  if (kind === undefined)
    throw new AppError("invalid-input", `What the problems of ${fileName} are for is not known.`, {
      field: "kind",
      fix: "Choose training or benchmark.",
    });
  return { name, kind, source: fileName, licence: null };
}

/** Opens the file once, so that what is wrong with it is said before a set is made. */
async function assertReadable(file: string, input: ImportFile): Promise<void> {
  const field = input.from === "path" ? "path" : "file";
  try {
    await fs.promises.access(file, fs.constants.R_OK);
    const stats = await fs.promises.stat(file);
    if (stats.isFile()) return;
  } catch (thrown) {
    throw cannotOpen({ file, field, from: input.from, code: errorCode(thrown) });
  }
  throw new AppError("invalid-input", `${file} is not a file.`, {
    field,
    fix: "Give the path of one .jsonl file.",
  });
}

interface Refusal {
  readonly file: string;
  readonly field: string;
  readonly from: ImportFile["from"];
  readonly code: string | undefined;
}

function cannotOpen({ file, field, from, code }: Refusal): AppError {
  if (from === "upload")
    return new AppError("not-found", "The uploaded file is not here any more.", {
      field,
      fix: "Upload it again.",
    });
  if (code === "ENOENT" || code === "ENOTDIR")
    return new AppError("not-found", `There is no file at ${file}.`, {
      field,
      fix: "Check the spelling; the path is one on the machine that runs the app.",
    });
  return new AppError(
    "invalid-input",
    `The file at ${file} cannot be opened (${code ?? "unknown reason"}).`,
    {
      field,
      fix: "Allow the app's user to read it, or upload it from the page.",
    },
  );
}
