"use client";

import Link from "next/link";
import { CopyButton } from "@/components/ui/copy-button";
import { LinkButton } from "@/components/ui/button";
import { formatInteger } from "@/components/ui/format";
import { KeyValueList, type KeyValue } from "@/components/ui/page";
import { Code } from "@/components/ui/raw-text";
import type { RunView } from "@/server/runs/run-view";
import { usedFields } from "../launch/used-fields";
import { isRunFieldPath, RUN_FIELDS, type RunFieldPath } from "../run-fields";
import { comparePath, newRunPath } from "../run-paths";
import { settingOf, settingWords } from "../setting-words";
import { useSettingNames } from "../use-setting-names";

/** What the run was launched with; enough to do it again. Settings that it has no use for are folded. */
export function RunSettings({ run }: { readonly run: RunView }) {
  const names = useSettingNames();
  const used = usedFields(run.launch);
  const paths = Object.keys(RUN_FIELDS).filter(isRunFieldPath);
  const item = (path: RunFieldPath): KeyValue => ({
    key: path,
    label: RUN_FIELDS[path].label,
    value: settingWords(path, settingOf(run.launch, path), names),
  });
  const unused = paths.filter((path) => !used.has(path));
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <LinkButton href={newRunPath({ from: run.id })}>New run with these settings</LinkButton>
        {run.clonedFromId === null ? null : (
          <Link href={comparePath(run.clonedFromId, run.id)} className="link">
            Differences from the run it comes from
          </Link>
        )}
      </div>
      <KeyValueList
        items={[
          {
            key: "Run id",
            value: (
              <span className="inline-flex items-center gap-1">
                <Code>{run.id}</Code>
                <CopyButton text={run.id} label="Copy the run's id" />
              </span>
            ),
          },
          ...paths.filter((path) => used.has(path)).map(item),
          ...(run.problemCount === run.launch.problemCount
            ? []
            : [{ key: "Problems taken", value: formatInteger(run.problemCount) }]),
          { key: "Grader", value: <Code>{run.graderVersion}</Code> },
          { key: "Prompts", value: <Code>{run.promptVersion}</Code> },
        ]}
      />
      {unused.length === 0 ? null : (
        <details className="mt-4">
          <summary className="text-ink-soft hover:text-accent">
            {formatInteger(unused.length)} settings that this kind of run does not read
          </summary>
          <div className="mt-2 text-ink-soft">
            <KeyValueList items={unused.map(item)} />
          </div>
        </details>
      )}
    </>
  );
}
