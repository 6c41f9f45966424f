"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { EmptyState, ErrorState } from "@/components/ui/states";
import { Table, TBody, Th, THead } from "@/components/ui/table";
import { FolderFileRow, type ImportKind } from "./folder-file-row";
import type { ImportWayProps } from "./types";
import { useImported } from "./use-imported";

/** The files of SPHERE_DATA_DIR. */
export function ImportFolder({ sources, onReport }: ImportWayProps) {
  const trpc = useTRPC();
  const onSuccess = useImported(onReport);
  const bring = useMutation(trpc.problems.importFile.mutationOptions({ onSuccess }));
  const [kinds, setKinds] = useState<Readonly<Record<string, ImportKind>>>({});
  const { folder } = sources;
  if (folder.path === null || folder.files.length === 0) return <NoFiles folder={folder} />;

  const waiting = folder.files.filter((file) => file.kind !== null && file.set?.status !== "ready");
  const importAll = async (): Promise<void> => {
    for (const { file } of waiting) await bring.mutateAsync({ from: "folder", file });
  };
  const current = bring.isPending && bring.variables.from === "folder" ? bring.variables.file : null;
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <p className="min-w-0 wrap-anywhere text-ink-soft">{folder.path}</p>
        {waiting.length < 2 ? null : (
          <Button
            pending={bring.isPending}
            onClick={() => {
              importAll().catch(() => undefined);
            }}
          >
            Import all {waiting.length} known files
          </Button>
        )}
      </div>
      {bring.error === null ? null : <ErrorState error={bring.error} />}
      <Table label="Files of the data folder" minWidth="44rem">
        <THead>
          <Th>File</Th>
          <Th align="right">Size</Th>
          <Th>Becomes</Th>
          <Th>Use</Th>
          <Th>State</Th>
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        </THead>
        <TBody>
          {folder.files.map((file) => (
            <FolderFileRow
              key={file.file}
              file={file}
              kind={kinds[file.file] ?? null}
              onKindChange={(kind) => {
                setKinds({ ...kinds, [file.file]: kind });
              }}
              pending={current === file.file}
              disabled={bring.isPending}
              onImport={(kind) => {
                bring.mutate({ from: "folder", file: file.file, kind });
              }}
            />
          ))}
        </TBody>
      </Table>
    </>
  );
}

function NoFiles({ folder }: Pick<ImportWayProps["sources"], "folder">) {
  if (folder.error !== null) return <ErrorState error={{ message: folder.error }} />;
  return (
    <EmptyState
      title={folder.path === null ? "No data folder is set" : "No problem files in the data folder"}
    >
      {folder.path === null ? (
        <>
          Start the app with <code className="font-mono text-sm">SPHERE_DATA_DIR</code> set to a folder of
          .jsonl files, and they are listed here. Or upload a file.
        </>
      ) : (
        <>Put .jsonl files into {folder.path}, and they are listed here.</>
      )}
    </EmptyState>
  );
}
