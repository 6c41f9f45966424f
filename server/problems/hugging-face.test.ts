import { createHash } from "node:crypto";
import fs from "node:fs";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { createCallerFactory } from "@/server/trpc/init";
import { problemsRouter } from "@/server/trpc/routers/problems";
import { HUGGING_FACE_FILES } from "./hugging-face-data";
import { importHuggingFace } from "./hugging-face.service";
import { problemsWorkplace } from "./testing/problems-workplace";

const workplace = () => problemsWorkplace(createCallerFactory(problemsRouter));

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const parquet = new Uint8Array(
  parquetWriteBuffer({
    columnData: [
      { name: "question", data: ["How many are 2 and 3?", "How much are 1,000 and 1?"], type: "STRING" },
      { name: "answer", data: ["2+3=<<2+3=5>>5\n#### 5", "1000+1=1001\n#### 1,001"], type: "STRING" },
    ],
  }),
);

const math = Buffer.from(
  JSON.stringify({
    problem: "Find $x$ when $2x = 3$.",
    solution: "So $\\boxed{\\frac{3}{2}}$.",
    answer: "\\frac{3}{2}",
    subject: "Algebra",
    level: 2,
    unique_id: "test/algebra/12.json",
  }),
);

/** Serves these bytes as the pinned file of `id`. */
function serving(id: string, bytes: Uint8Array<ArrayBuffer>, sha = sha256(bytes)) {
  const asked: unknown[] = [];
  const files = HUGGING_FACE_FILES.filter((file) => file.id === id).map((file) => ({ ...file, sha256: sha }));
  const answer: typeof fetch = (url) => {
    asked.push(url);
    return Promise.resolve(new Response(bytes));
  };
  return { asked, source: { files, fetch: answer } };
}

describe("importHuggingFace", () => {
  it("reads GSM8K at its pinned revision, with the ids of the file of that name", async () => {
    using place = workplace();
    const { asked, source } = serving("gsm8k-train", parquet);
    expect(await importHuggingFace(place.ctx, { dataset: "gsm8k-train" }, source)).toMatchObject({
      name: "GSM8K train",
      kind: "training",
      added: 2,
      faultCount: 0,
    });
    expect(asked).toEqual([expect.stringMatching(/openai\/gsm8k\/resolve\/[0-9a-f]{40}\/main\/train-/)]);
    const [set] = await place.caller.sets.list();
    const { items } = await place.caller.list({ setId: set?.id ?? "" });
    expect(items.map(({ externalId, answer }) => [externalId, answer])).toEqual([
      ["gsm8k-train-0000", "5"],
      ["gsm8k-train-0001", "1001"],
    ]);
    expect(fs.readdirSync(`${place.ctx.env.home}/uploads`)).toEqual([]);
  });

  it("reads MATH-500 as a benchmark", async () => {
    using place = workplace();
    const { source } = serving("math500", new Uint8Array(math));
    const report = await importHuggingFace(place.ctx, { dataset: "math500" }, source);
    expect(report).toMatchObject({ name: "MATH-500", kind: "benchmark", added: 1 });
    const { items } = await place.caller.list({ setId: report.setId });
    expect(items[0]).toMatchObject({ externalId: "math500-algebra-12", level: "2", subject: "Algebra" });
  });

  it("says which host is out of reach and what else can be done", async () => {
    using place = workplace();
    const cause = Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" });
    const source = {
      files: HUGGING_FACE_FILES,
      fetch: () => Promise.reject(new TypeError("fetch failed", { cause })),
    };
    await expect(importHuggingFace(place.ctx, { dataset: "math500" }, source)).rejects.toMatchObject({
      code: "unavailable",
      message: "huggingface.co cannot be reached from this machine (ENOTFOUND).",
      fix: expect.stringContaining("import the file by path or upload"),
    });
    expect(await place.caller.sets.list()).toEqual([]);
  });

  it("refuses a file that is not the pinned one", async () => {
    using place = workplace();
    const { source } = serving("gsm8k-test", parquet, "0".repeat(64));
    await expect(importHuggingFace(place.ctx, { dataset: "gsm8k-test" }, source)).rejects.toThrow(
      "sent another file than the pinned one",
    );
    expect(await place.caller.sets.list()).toEqual([]);
  });

  it("passes on what the host answers", async () => {
    using place = workplace();
    const source = {
      files: HUGGING_FACE_FILES,
      fetch: () => Promise.resolve(new Response("no", { status: 429 })),
    };
    await expect(importHuggingFace(place.ctx, { dataset: "math500" }, source)).rejects.toThrow(
      "answered 429",
    );
  });
});
