"use client";

import { useMutation } from "@tanstack/react-query";
import { toast } from "@/components/ui/toaster";
import { useTRPC } from "@/components/trpc/client";
import { ServerDialog } from "./server-dialog";
import { changesOf, formOf } from "./server-form";
import type { ServerKind } from "./server-words";
import type { Model } from "./types";
import { useRefreshModels } from "./use-models";

interface EditServerDialogProps {
  readonly model: Model;
  readonly kind: ServerKind;
  readonly onClose: () => void;
}

/** Changes a server's entry; the runs that name it go on naming it. */
export function EditServerDialog({ model, kind, onClose }: EditServerDialogProps) {
  const trpc = useTRPC();
  const refresh = useRefreshModels();
  const edit = useMutation(
    trpc.models.edit.mutationOptions({
      onSuccess: async ({ name, status }) => {
        await refresh();
        if (status === "ready") toast.success(`${name} is changed.`);
        else toast.error(`${name} is changed, but it does not answer.`);
        onClose();
      },
    }),
  );
  return (
    <ServerDialog
      kind={kind}
      title={`Change ${model.name}`}
      description="Runs that have used it go on naming it. Where it is asked differently now, it is tested at once."
      action="Save"
      failed="Nothing was changed"
      values={formOf(model)}
      isNew={false}
      keyStored={model.hasApiKey}
      pending={edit.isPending}
      refused={edit.error}
      onSubmit={(values) => {
        edit.mutate(changesOf(model.id, values));
      }}
      onClose={onClose}
    />
  );
}
