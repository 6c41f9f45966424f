import { useId } from "react";
import { formatBytes } from "@/components/ui/format";

export interface FilePickerProps {
  readonly file: File | null;
  readonly help: string;
  readonly onFileChange: (file: File | null) => void;
}

/** The browser's own file chooser, in our words. */
export function FilePicker({ file, help, onFileChange }: FilePickerProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        File
      </label>
      <p id={`${id}-help`} className="text-sm text-ink-soft">
        {help}
      </p>
      <input
        id={id}
        aria-describedby={`${id}-help`}
        type="file"
        accept=".jsonl,.ndjson,application/x-ndjson"
        className="max-w-full rounded-sm text-ink-soft file:mr-3 file:min-h-8 file:cursor-pointer file:rounded-sm file:border file:border-solid file:border-rule-strong file:bg-transparent file:px-3 file:font-medium file:text-ink hover:file:border-accent hover:file:text-accent"
        onChange={(event) => {
          onFileChange(event.target.files?.[0] ?? null);
        }}
      />
      <p className="min-h-5 text-sm text-ink-soft">{file === null ? "" : formatBytes(file.size)}</p>
    </div>
  );
}
