"use client";

import { EmptyState } from "@/components/ui/states";
import { formatCount } from "@/components/ui/format";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import type { RunComparison } from "@/server/runs/compare-runs.service";
import type { LaunchDifference } from "@/server/runs/diff-launches";
import { usedFields } from "../launch/used-fields";
import { isRunFieldPath, RUN_FIELDS } from "../run-fields";
import { settingWords, type SettingNames, type SettingValue } from "../setting-words";
import { useSettingNames } from "../use-setting-names";

/** Settings in which the two runs differ, in the words of the launch form; those that neither reads are folded. */
export function SettingTable({ comparison: { a, b, settings } }: { readonly comparison: RunComparison }) {
  const names = useSettingNames();
  const read = new Set<string>([...usedFields(a.run.launch), ...usedFields(b.run.launch)]);
  const differing = settings.filter(({ path }) => read.has(path));
  const unread = settings.filter(({ path }) => isRunFieldPath(path) && !read.has(path));
  return (
    <>
      {differing.length === 0 ? (
        <EmptyState title="No setting differs">
          What differs in the outcome is chance, the machine, or what stands above.
        </EmptyState>
      ) : (
        <Differences label="Settings that differ" differences={differing} names={names} />
      )}
      {unread.length === 0 ? null : (
        <details className="mt-3">
          <summary className="text-ink-soft hover:text-accent">
            {formatCount(unread.length, "more setting")} that neither run reads
          </summary>
          <div className="mt-2 text-ink-soft">
            <Differences label="Settings that neither run reads" differences={unread} names={names} />
          </div>
        </details>
      )}
    </>
  );
}

interface DifferencesProps {
  readonly label: string;
  readonly differences: readonly LaunchDifference[];
  readonly names: SettingNames;
}

function Differences({ label, differences, names }: DifferencesProps) {
  return (
    <Table label={label} minWidth="30rem">
      <THead>
        <Th>Setting</Th>
        <Th>A</Th>
        <Th>B</Th>
      </THead>
      <TBody>
        {differences.map(({ path, before, after }) => (
          <Tr key={path}>
            <Td>{isRunFieldPath(path) ? RUN_FIELDS[path].label : path}</Td>
            <Td>{valueWords(path, before, names)}</Td>
            <Td>{valueWords(path, after, names)}</Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function valueWords(path: string, value: unknown, names: SettingNames): string {
  if (!isSetting(value)) return "not known";
  return isRunFieldPath(path) ? settingWords(path, value, names) : String(value);
}

function isSetting(value: unknown): value is SettingValue {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
