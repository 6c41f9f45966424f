import { Code, RawText } from "@/components/ui/raw-text";

const LINE = `{"id": "mine-1", "problem": "...", "answer": "4.2", "grading": {"tolerance": 0.1, "unit": "percent"}}`;

/** How a person brings a benchmark of their own. */
export function OwnBenchmarkNote() {
  return (
    <details className="mt-8 max-w-prose">
      <summary className="cursor-pointer text-accent">A benchmark of your own</summary>
      <div className="mt-2 flex flex-col gap-2 text-ink-soft">
        <p>
          Bring a JSONL file by upload, path or data folder, and choose <em>benchmark</em> as what it is for.
          It only measures: no run takes its problems, and sets that train are compared with it at once.
        </p>
        <RawText text={LINE} label="One line of a benchmark" />
        <p>
          <Code>grading</Code> may be left out. Where an answer needs its own rule it has any of{" "}
          <Code>tolerance</Code> (largest difference that counts as equal), <Code>unit</Code> (kept apart from
          the answer), <Code>orderFree</Code> (true: the order never matters; false: it always does) and{" "}
          <Code>kind</Code> (<Code>integer</Code>, <Code>numeric</Code> or <Code>expression</Code>). A key it
          does not know is refused by line.
        </p>
      </div>
    </details>
  );
}
