"use client";

import { useMutation } from "@tanstack/react-query";
import { toast } from "@/components/ui/toaster";
import { useTRPC } from "@/components/trpc/client";
import { LlamaServerDialog } from "./llama-server-dialog";
import type { Model } from "./types";
import { useRefreshModels } from "./use-models";

interface EditLlamaServerDialogProps {
  readonly model: Model;
  readonly onClose: () => void;
}

/** Changes name, program and width of a managed llama-server. */
export function EditLlamaServerDialog({ model, onClose }: EditLlamaServerDialogProps) {
  const trpc = useTRPC();
  const refresh = useRefreshModels();
  const edit = useMutation(
    trpc.models.edit.mutationOptions({
      onSuccess: async ({ name }) => {
        await refresh();
        toast.success(`${name} is changed.`);
        onClose();
      },
    }),
  );
  const { id, name, filePath, binaryPath, maxConcurrency } = model;
  return (
    <LlamaServerDialog
      title={`Change ${name}`}
      description="Runs that have used it go on naming it. Program and width hold from its next start on."
      action="Save"
      failed="Nothing was changed"
      values={{ name, path: filePath ?? "", binaryPath: binaryPath ?? "", parallel: maxConcurrency ?? 16 }}
      fileFixed
      pending={edit.isPending}
      refused={edit.error}
      onSubmit={({ name: newName, binaryPath: program = "", parallel }) => {
        edit.mutate({ id, name: newName, binaryPath: program, maxConcurrency: parallel });
      }}
      onClose={onClose}
    />
  );
}
