import { expect, it } from "vitest";
import { messagePattern } from "./message-pattern";

it.each([
  ["numbers", "The prompt has 5000 tokens.", "The prompt has 4,217 tokens."],
  ["addresses", "No answer from http://127.0.0.1:8000/v1", "No answer from https://gpu-2.local/v1"],
  ["quoted text", 'unexpected "Step 1: x"', 'unexpected "Ann has"'],
  ["ids", "call_0123456789abcdef01234567 failed", "call_fedcba987654321001234567 failed"],
  ["white space", "socket\n  closed", "socket closed"],
])("has one pattern for messages that differ in %s", (_what, a, b) => {
  expect(messagePattern(a)).toBe(messagePattern(b));
});

it("keeps causes apart, and what they say", () => {
  expect(messagePattern("The prompt has 5000 tokens.")).toBe("The prompt has N tokens.");
  expect(messagePattern("The model repeated itself.")).toBe("The model repeated itself.");
});

it("stays short however long the message is, and quick", () => {
  expect(messagePattern("<html>".repeat(50_000)).length).toBeLessThanOrEqual(200);
});
