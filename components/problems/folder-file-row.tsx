import { Button } from "@/components/ui/button";
import { formatBytes } from "@/components/ui/format";
import { Td, Tr } from "@/components/ui/table";
import { ImportedMark } from "./imported-mark";
import { KindSelect, type ImportKind } from "./kind-select";
import { SetKindBadge } from "./set-kind";
import type { Sources } from "./types";

export type { ImportKind } from "./kind-select";

export interface FolderFileRowProps {
  readonly file: Sources["folder"]["files"][number];
  /** What the person says the file is for; files known by name need no word. */
  readonly kind: ImportKind | null;
  readonly onKindChange: (kind: ImportKind) => void;
  readonly pending: boolean;
  readonly disabled: boolean;
  readonly onImport: (kind: ImportKind | undefined) => void;
}

export function FolderFileRow({ file, kind, onKindChange, pending, disabled, onImport }: FolderFileRowProps) {
  const undecided = file.kind === null && kind === null;
  return (
    <Tr>
      <Td>
        <code className="font-mono text-sm wrap-anywhere">{file.file}</code>
      </Td>
      <Td align="right" nowrap>
        {formatBytes(file.bytes)}
      </Td>
      <Td>{file.name}</Td>
      <Td nowrap>
        {file.kind === null ? (
          <KindSelect aria-label={`What ${file.file} is for`} value={kind} onValueChange={onKindChange} />
        ) : (
          <SetKindBadge kind={file.kind} />
        )}
      </Td>
      <Td nowrap>
        <ImportedMark set={file.set} />
      </Td>
      <Td align="right">
        <Button
          size="sm"
          pending={pending}
          disabled={undecided || (disabled && !pending)}
          title={undecided ? "First choose what it is for" : `Import ${file.file}`}
          onClick={() => {
            onImport(kind ?? undefined);
          }}
        >
          {file.set === null ? "Import" : "Import again"}
        </Button>
      </Td>
    </Tr>
  );
}
