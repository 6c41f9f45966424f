import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { throttle } from "./throttle";

describe("throttle", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("runs at once, then once at the end of the wait however often it was called", () => {
    const action = vi.fn<() => void>();
    const call = throttle(action, 1000);
    call();
    expect(action).toHaveBeenCalledTimes(1);
    for (let i = 0; i < 40; i++) {
      vi.advanceTimersByTime(10);
      call();
    }
    expect(action).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(600);
    expect(action).toHaveBeenCalledTimes(2);
  });

  it("runs no more when nobody called meanwhile, and at once after a quiet time", () => {
    const action = vi.fn<() => void>();
    const call = throttle(action, 1000);
    call();
    vi.advanceTimersByTime(5000);
    expect(action).toHaveBeenCalledTimes(1);
    call();
    expect(action).toHaveBeenCalledTimes(2);
  });
});
