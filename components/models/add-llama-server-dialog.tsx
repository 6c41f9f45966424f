"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/states";
import { toast } from "@/components/ui/toaster";
import { useTRPC } from "@/components/trpc/client";
import { addLlamaServerSchema } from "@/server/models/models.schema";
import { otherError } from "./form-errors";
import { LlamaServerFields } from "./llama-server-fields";
import { LLAMA_SERVER_WORDS } from "./server-words";
import { useRefreshModels } from "./use-models";

const FORM = "add-llama-server";
const FIELDS = ["name", "path", "fileOf", "binaryPath", "parallel"] as const;

/** Adds a llama-server that the worker starts and ends by itself. */
export function AddLlamaServerDialog({ onClose }: { readonly onClose: () => void }) {
  const trpc = useTRPC();
  const refresh = useRefreshModels();
  const add = useMutation(
    trpc.models.addLlamaServer.mutationOptions({
      onSuccess: async ({ name }) => {
        await refresh();
        toast.success(`${name} is added.`);
        onClose();
      },
    }),
  );
  const form = useForm({
    resolver: zodResolver(addLlamaServerSchema),
    defaultValues: { name: "", path: "", fileOf: "", binaryPath: "", parallel: 16 },
  });
  const general = otherError(add.error, FIELDS);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={LLAMA_SERVER_WORDS.add}
      description={LLAMA_SERVER_WORDS.description}
      footer={
        <Button type="submit" variant="primary" form={FORM} pending={add.isPending}>
          Add the llama-server
        </Button>
      }
    >
      <form
        id={FORM}
        noValidate
        className="mt-4 flex flex-col gap-4"
        onSubmit={(event) => {
          form
            .handleSubmit((values) => {
              add.mutate(values);
            })(event)
            .catch(() => undefined);
        }}
      >
        <LlamaServerFields form={form} refused={add.error} />
        {general === null ? null : (
          <ErrorState title="The llama-server was not added" error={general} compact />
        )}
      </form>
    </Dialog>
  );
}
