"use client";

import { useMutation } from "@tanstack/react-query";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { formatBytes } from "@/components/ui/format";
import { SafeText } from "@/components/ui/raw-text";
import { ErrorState } from "@/components/ui/states";
import { toast } from "@/components/ui/toaster";
import { useTRPC } from "@/components/trpc/client";
import type { Model } from "./types";
import { useModels, useRefreshModels } from "./use-models";

interface RemoveDialogProps {
  readonly model: Model;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Asks before removing; a refusal is said in the dialog, with what to do. */
export function RemoveDialog({ model, open, onOpenChange }: RemoveDialogProps) {
  const trpc = useTRPC();
  const refresh = useRefreshModels();
  const { data: models = [] } = useModels();
  // A catalogue model keeps its entry, and with it its family.
  const children =
    model.catalogue === null ? models.filter(({ parentModelId }) => parentModelId === model.id) : [];
  const remove = useMutation(
    trpc.models.remove.mutationOptions({
      onSettled: refresh,
      onSuccess: () => {
        onOpenChange(false);
        toast.success(`${model.name} is removed.`);
      },
    }),
  );
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => {
        if (!next) remove.reset();
        onOpenChange(next);
      }}
      title={model.catalogue === null ? "Remove this model?" : "Delete the downloaded file?"}
      description={
        <>
          <p>
            <SafeText text={model.name} />: {consequence(model)}
          </p>
          {children.length === 0 ? null : (
            <p className="mt-2">
              {children.map(({ name }) => name).join(", ")}{" "}
              {children.length === 1 ? "was trained from it and stays" : "were trained from it and stay"}:{" "}
              {model.parentModelId === null
                ? "as bases of their own."
                : "below what it was itself trained from."}
            </p>
          )}
          {remove.error === null ? null : (
            <div className="mt-3">
              <ErrorState title="It was not removed" error={withoutField(remove.error)} compact />
            </div>
          )}
        </>
      }
      confirm={model.catalogue === null ? "Remove the model" : "Delete the file"}
      danger
      pending={remove.isPending}
      onConfirm={() => {
        remove.mutate({ id: model.id, leavesCheckpoints: children.length > 0 });
      }}
    />
  );
}

/** The field is the model's id, which nobody typed. */
function withoutField({ message, data }: Parameters<typeof ErrorState>[0]["error"]) {
  return { message, data: { fix: data?.fix ?? null } };
}

function consequence({ kind, catalogue, fileBytes }: Model): string {
  if (catalogue !== null) {
    return `the file of ${formatBytes(fileBytes)} is deleted. It stays in the catalogue and can be downloaded again.`;
  }
  return goes[kind];
}

const goes: Record<Model["kind"], string> = {
  embedded: "it leaves this list. The file stays where it is.",
  "llama-server":
    "it leaves this list, and the server that was started for it ends. The file stays where it is.",
  prm: "it leaves this list, and its address and key are forgotten. Nothing happens on the server.",
  openai: "it leaves this list, and its address and key are forgotten. Nothing happens on the server.",
  scripted: "the test double leaves this list.",
};
