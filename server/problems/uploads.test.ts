import fs from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { createCallerFactory } from "@/server/trpc/init";
import { problemsRouter } from "@/server/trpc/routers/problems";
import { receiveUpload } from "./receive-upload";
import { problemsWorkplace } from "./testing/problems-workplace";
import { saveUpload } from "./uploads";

const workplace = () => problemsWorkplace(createCallerFactory(problemsRouter));

function request(body: string, headers: Readonly<Record<string, string>>): Request {
  return new Request("http://localhost/api/problems/upload", { method: "POST", body, headers });
}

const asFile = { "content-type": "application/octet-stream" };

describe("uploads", () => {
  it("keeps what was sent until it is imported", async () => {
    using place = workplace();
    const line = JSON.stringify({ id: "a", problem: "What is 2 + 3?", answer: "5" });
    const { uploadId, bytes } = await receiveUpload(place.ctx, request(line, asFile));
    expect(bytes).toBe(line.length);
    const input = { from: "upload", uploadId, fileName: "mine.jsonl", kind: "training" } as const;
    expect(await place.caller.importFile(input)).toMatchObject({ name: "mine", added: 1 });
    await expect(place.caller.importFile(input)).rejects.toThrow("The uploaded file is not here any more.");
  });

  it("refuses the chunk that passes the limit and leaves nothing behind", async () => {
    using place = workplace();
    let sent = 0;
    const endless = Readable.from(
      (function* () {
        for (; sent < 1_000; sent++) yield Buffer.alloc(1024);
      })(),
    );
    await expect(saveUpload(place.ctx, endless, 10 * 1024)).rejects.toMatchObject({ field: "file" });
    expect(sent).toBeLessThan(1_000);
    expect(fs.readdirSync(path.join(place.ctx.env.home, "uploads"))).toEqual([]);
  });

  it("refuses a size that is too large before reading", async () => {
    using place = workplace();
    const large = request("x", { ...asFile, "content-length": String(600 * 1024 * 1024) });
    await expect(receiveUpload(place.ctx, large)).rejects.toThrow("The file is larger than 512 MB.");
  });

  it("refuses a form of another site", async () => {
    using place = workplace();
    const form = request("x", { "content-type": "text/plain" });
    await expect(receiveUpload(place.ctx, form)).rejects.toThrow("The body is not a file.");
  });

  it("names a sender that stopped half-way", async () => {
    using place = workplace();
    const broken = Readable.from(
      (function* () {
        yield Buffer.from("half");
        throw new Error("gone");
      })(),
    );
    await expect(saveUpload(place.ctx, broken)).rejects.toThrow(
      "The upload ended before the whole file was here.",
    );
    expect(fs.readdirSync(path.join(place.ctx.env.home, "uploads"))).toEqual([]);
  });
});
