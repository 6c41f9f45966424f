import { LinkButton } from "@/components/ui/button";
import { formatInteger } from "@/components/ui/format";
import { KeyValueList, type KeyValue } from "@/components/ui/page";
import { Code } from "@/components/ui/raw-text";
import { CopyButton } from "@/components/ui/copy-button";
import type { RunView } from "@/server/runs/run-view";
import { RUN_FIELDS, isRunFieldPath } from "../run-fields";
import { newRunPath } from "../run-paths";

/** What the run was launched with; enough to do it again. */
export function RunSettings({ run }: { readonly run: RunView }) {
  const { launch } = run;
  const items: KeyValue[] = [
    {
      key: "Run id",
      value: (
        <span className="inline-flex items-center gap-1">
          <Code>{run.id}</Code>
          <CopyButton text={run.id} label="Copy the run's id" />
        </span>
      ),
    },
    { key: "Problems", value: formatInteger(run.problemCount) },
    { key: "Seed", value: String(launch.seed) },
    { key: "Token budget", value: launch.tokenBudget === null ? "none" : formatInteger(launch.tokenBudget) },
    ...Object.entries(launch.config).map(([key, value]) => setting(`config.${key}`, value)),
    { key: "Grader", value: <Code>{run.graderVersion}</Code> },
  ];
  return (
    <>
      <div className="mb-3">
        <LinkButton href={newRunPath({ from: run.id })}>New run with these settings</LinkButton>
      </div>
      <KeyValueList items={items} />
    </>
  );
}

function words(value: boolean | string): string {
  if (typeof value === "string") return value;
  return value ? "on" : "off";
}

function setting(path: string, value: number | boolean | string): KeyValue {
  const label = isRunFieldPath(path) ? RUN_FIELDS[path].label : path;
  return {
    key: label,
    value: typeof value === "number" ? value.toLocaleString("en-GB") : words(value),
  };
}
