import { TRPCClientError } from "@trpc/client";
import { describe, expect, it } from "vitest";
import { failureOf } from "./send-act";

function answered(httpStatus: number): TRPCClientError<never> {
  return TRPCClientError.from({
    error: { code: -32_000, message: "no", data: { httpStatus, fix: "Do this." } },
  });
}

describe("what a failed call means", () => {
  it.each([400, 403, 404, 409])("%i: the server will not have it", (status) => {
    expect(failureOf(answered(status))).toEqual({
      kind: "refused",
      refusal: { message: "no", fix: "Do this." },
    });
  });

  it.each([408, 429, 500, 503])("%i: the server is in trouble", (status) => {
    expect(failureOf(answered(status))).toMatchObject({ kind: "trouble" });
  });

  it("401: the person is signed out, so it waits", () => {
    expect(failureOf(answered(401))).toEqual({ kind: "cut", why: "signed-out" });
  });

  it.each([
    TRPCClientError.from(new TypeError("Failed to fetch")),
    new DOMException("", "TimeoutError"),
    "gone",
  ])("no answer: the network is cut", (error) => {
    expect(failureOf(error)).toEqual({ kind: "cut", why: "network" });
  });
});
