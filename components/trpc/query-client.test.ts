import { TRPCClientError } from "@trpc/client";
import { describe, expect, it, vi } from "vitest";
import { makeQueryClient, shouldRetry } from "./query-client";

function answered(httpStatus: number): TRPCClientError<never> {
  return TRPCClientError.from({
    error: { code: -32_000, message: "refused", data: { httpStatus } },
  });
}

describe("asking again", () => {
  it.each([400, 403, 404, 409])("not after %i: the same question gets the same answer", (status) => {
    expect(shouldRetry(0, answered(status))).toBe(false);
  });

  it.each([429, 500, 503])("twice after %i, then no more", (status) => {
    expect([0, 1, 2].map((failures) => shouldRetry(failures, answered(status)))).toEqual([true, true, false]);
  });

  it("twice when no answer came at all", () => {
    const lost = TRPCClientError.from(new TypeError("Failed to fetch"));
    expect([0, 1, 2].map((failures) => shouldRetry(failures, lost))).toEqual([true, true, false]);
  });
});

describe("a session that has ended", () => {
  it.each([
    [401, 1],
    [403, 0],
    [500, 0],
  ])("%i: told %i times", async (status, times) => {
    const signedOut = vi.fn<() => void>();
    const queryFn = () => Promise.reject(answered(status));
    await expect(
      makeQueryClient(signedOut).fetchQuery({ queryKey: ["runs"], queryFn, retry: false }),
    ).rejects.toThrow("refused");
    expect(signedOut).toHaveBeenCalledTimes(times);
  });
});
