import fs from "node:fs";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { z } from "zod";
import { checkProblem } from "./check-line";
import type { HuggingFaceFile } from "./hugging-face-data";
import type { Candidate } from "./import-problems";
import { readLines } from "./read-lines";

/** Problems of a downloaded file in our own format; ids are the same as in the files of the same name. */
export async function* huggingFaceRows(file: string, data: HuggingFaceFile): AsyncGenerator<Candidate> {
  const rows = data.path.endsWith(".parquet") ? parquetRows(file) : jsonRows(file);
  const toProblem = data.id === "math500" ? mathProblem : gsm8kProblem;
  let index = 0;
  for await (const row of rows) {
    yield { line: index + 1, ...checkProblem(toProblem(row, { data, index })) };
    index++;
  }
}

const rowSchema = z.record(z.string(), z.unknown());
type Row = z.infer<typeof rowSchema>;

async function* parquetRows(file: string): AsyncGenerator<Row> {
  yield* await parquetReadObjects({ file: await asyncBufferFromFile(file) });
}

async function* jsonRows(file: string): AsyncGenerator<Row> {
  for await (const line of readLines(fs.createReadStream(file))) {
    yield "text" in line ? rowSchema.parse(JSON.parse(line.text)) : {};
  }
}

interface Place {
  readonly data: HuggingFaceFile;
  readonly index: number;
}

/** GSM8K keeps the answer after the last `####` of the worked solution. */
function gsm8kProblem(row: Row, { data, index }: Place): object {
  const solution = String(row["answer"]);
  const answer = solution.slice(solution.lastIndexOf("####") + 4);
  return {
    id: `${data.id}-${String(index).padStart(4, "0")}`,
    problem: row["question"],
    answer: answer.replaceAll(",", "").trim(),
    solution,
    source: `${data.repository}:${data.path}#${index}`,
  };
}

function mathProblem(row: Row, { data }: Place): object {
  const uniqueId = String(row["unique_id"]);
  return {
    id: `math500-${uniqueId
      .replace(/^test\//, "")
      .replace(/\.json$/, "")
      .replaceAll("/", "-")}`,
    problem: row["problem"],
    answer: row["answer"],
    solution: row["solution"],
    level: String(row["level"]),
    subject: row["subject"],
    source: `${data.repository}:${data.path}#${uniqueId}`,
  };
}
