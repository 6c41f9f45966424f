import { describe, expect, it } from "vitest";
import { changesOf, EMPTY_SERVER, formOf, newServerOf } from "./server-form";
import type { Model } from "./types";

const model: Model = {
  id: "m",
  name: "Two servers",
  kind: "openai",
  status: "ready",
  statusDetail: null,
  filePath: null,
  fileBytes: null,
  fileSha256: null,
  licence: null,
  baseUrl: "http://a:1/v1",
  remoteName: "tiny",
  replicas: ["http://b:2/v1"],
  binaryPath: null,
  script: null,
  maxConcurrency: null,
  downloadedBytes: 0,
  capabilities: null,
  createdAt: 0,
  parentModelId: null,
  round: null,
  trainedOnRunIds: null,
  calibration: null,
  hasApiKey: true,
  catalogue: null,
  scorerKind: "judge",
};

describe("the form of a server", () => {
  it("adds what was typed, without empty rows", () => {
    const typed = { ...EMPTY_SERVER, name: "n", replicas: [{ address: "" }, { address: "http://b:2" }] };
    expect(newServerOf(typed)).toEqual({
      name: "n",
      baseUrl: "",
      remoteName: "",
      apiKey: "",
      replicas: ["http://b:2"],
    });
  });

  it("changes nothing when nothing was changed, the stored key included", () => {
    expect(changesOf("m", formOf(model))).toEqual({
      id: "m",
      name: "Two servers",
      baseUrl: "http://a:1/v1",
      remoteName: "tiny",
      maxConcurrency: null,
      replicas: ["http://b:2/v1"],
    });
  });

  it("sends a new key, or forgets the one there is", () => {
    const form = formOf({ ...model, maxConcurrency: 4 });
    expect(changesOf("m", { ...form, apiKey: "k" })).toMatchObject({ apiKey: "k", maxConcurrency: 4 });
    expect(changesOf("m", { ...form, apiKey: "k", forgetKey: true })).toMatchObject({ apiKey: null });
  });
});
