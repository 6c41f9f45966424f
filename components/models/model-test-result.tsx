import { formatCount, formatDuration } from "@/components/ui/format";
import { RawText } from "@/components/ui/raw-text";
import { StatusMark } from "@/components/ui/status-mark";
import { TestMeasures } from "./test-measures";
import { TestSteps } from "./test-steps";
import type { ModelTest } from "./types";

/** What the test that was just made found. */
export function ModelTestResult({ test }: { readonly test: ModelTest }) {
  return (
    <output className="mt-3 block max-w-2xl border-l-2 border-rule-strong pl-3">
      <StatusMark tone={test.ok ? "good" : "bad"}>{test.ok ? "test passed" : "test failed"}</StatusMark>
      <p className="wrap-anywhere">{test.message}</p>
      {test.sample === null ? null : (
        <>
          <p className="mt-1 mb-1 text-sm text-ink-soft">
            Asked what 2 + 3 is, it wrote {formatCount(test.sample.tokens, "token")} in{" "}
            {formatDuration(test.sample.durationMs)}:
          </p>
          <RawText text={test.sample.text} label="Answer to the test question" maxHeight="8rem" />
        </>
      )}
      <TestMeasures test={test} />
      {test.steps === null ? null : <TestSteps steps={test.steps} />}
    </output>
  );
}
