"use client";

import { useMutation } from "@tanstack/react-query";
import { Upload } from "lucide-react";
import { useState } from "react";
import { useTRPCClient, useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { formatBytes } from "@/components/ui/format";
import { Progress } from "@/components/ui/progress";
import { ErrorState } from "@/components/ui/states";
import { FilePicker } from "./file-picker";
import { sendFile } from "./send-file";
import { knownBy, SetTarget, targetInput, type Target } from "./set-target";
import type { ImportWayProps } from "./types";
import { useImported } from "./use-imported";

/** A file of the person's own machine: sent, then imported. */
export function ImportUpload({ sources, onReport }: ImportWayProps) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const onSuccess = useImported(onReport);
  const [file, setFile] = useState<File | null>(null);
  const [target, setTarget] = useState<Target>({ name: "", kind: null });
  const [sent, setSent] = useState(0);
  // The browser's file chooser forgets its file only when it is made anew.
  const [round, setRound] = useState(0);
  const upload = useMutation({
    mutationKey: trpc.problems.importFile.mutationKey(),
    mutationFn: async (chosen: File) => {
      setSent(0);
      const uploadId = await sendFile({
        file: chosen,
        onProgress: setSent,
        limitBytes: sources.uploadLimitBytes,
      });
      setSent(chosen.size);
      return client.problems.importFile.mutate({
        from: "upload",
        uploadId,
        fileName: chosen.name,
        ...targetInput(target),
      });
    },
    onSuccess: async (report) => {
      setFile(null);
      setRound(round + 1);
      await onSuccess(report);
    },
  });
  const ready = file !== null && (knownBy(file.name, sources.known) !== null || target.kind !== null);
  return (
    <form
      className="flex max-w-2xl flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (file !== null) upload.mutate(file);
      }}
    >
      <FilePicker
        key={round}
        file={file}
        help={`A .jsonl file of at most ${formatBytes(sources.uploadLimitBytes)}.`}
        onFileChange={(chosen) => {
          upload.reset();
          setFile(chosen);
        }}
      />
      {file === null ? null : (
        <SetTarget fileName={file.name} known={sources.known} value={target} onChange={setTarget} />
      )}
      {upload.isPending && file !== null ? (
        <Progress
          label={sent < file.size ? "Uploading" : "Importing"}
          value={sent < file.size ? sent : null}
          max={file.size}
          detail={`${formatBytes(sent)} of ${formatBytes(file.size)}`}
        />
      ) : null}
      {upload.error === null ? null : <ErrorState error={upload.error} compact />}
      <div>
        <Button
          type="submit"
          variant="primary"
          pending={upload.isPending}
          disabled={!ready}
          icon={<Upload size={16} aria-hidden />}
        >
          Upload and import
        </Button>
      </div>
    </form>
  );
}
