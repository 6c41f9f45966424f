"use client";

import { useMutation } from "@tanstack/react-query";
import { toast } from "@/components/ui/toaster";
import { useTRPC } from "@/components/trpc/client";
import { LlamaServerDialog } from "./llama-server-dialog";
import { LLAMA_SERVER_WORDS } from "./server-words";
import { useRefreshModels } from "./use-models";

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
  return (
    <LlamaServerDialog
      title={LLAMA_SERVER_WORDS.add}
      description={LLAMA_SERVER_WORDS.description}
      action="Add the llama-server"
      failed="The llama-server was not added"
      values={{ name: "", path: "", fileOf: "", binaryPath: "", parallel: 16 }}
      fileFixed={false}
      pending={add.isPending}
      refused={add.error}
      onSubmit={(values) => {
        add.mutate(values);
      }}
      onClose={onClose}
    />
  );
}
