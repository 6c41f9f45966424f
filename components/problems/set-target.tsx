import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { KindSelect, type ImportKind } from "./kind-select";
import { KIND_MEANING, SetKindBadge } from "./set-kind";
import type { Sources } from "./types";

export interface Target {
  readonly name: string;
  readonly kind: ImportKind | null;
}

export interface SetTargetProps {
  /** Name or path of the file; what it is may follow from it. */
  readonly fileName: string;
  readonly known: Sources["known"];
  readonly value: Target;
  readonly onChange: (target: Target) => void;
}

/** The known file of this name, if it is one. */
export function knownBy(fileName: string, known: Sources["known"]): Sources["known"][number] | null {
  const base = fileName.split(/[\\/]/).at(-1)?.trim().toLowerCase();
  return known.find(({ file }) => file === base) ?? null;
}

/** Name and use of the set that an import makes; known files have both. */
export function SetTarget({ fileName, known, value, onChange }: SetTargetProps) {
  const file = knownBy(fileName, known);
  if (file !== null)
    return (
      <p className="text-ink-soft">
        This is {file.name}, a <SetKindBadge kind={file.kind} /> set. {KIND_MEANING[file.kind]}
      </p>
    );
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="What the problems are for" help="A benchmark never feeds a run.">
        <KindSelect
          value={value.kind}
          onValueChange={(kind) => {
            onChange({ ...value, kind });
          }}
        />
      </Field>
      <Field label="Name of the set" optional help="Default: the file's name.">
        <TextInput
          value={value.name}
          maxLength={120}
          onChange={(event) => {
            onChange({ ...value, name: event.target.value });
          }}
        />
      </Field>
    </div>
  );
}

/** The part of an import's input that says which set it goes to. */
export function targetInput({ name, kind }: Target) {
  return {
    ...(name.trim() === "" ? {} : { name: name.trim() }),
    ...(kind === null ? {} : { kind }),
  };
}
