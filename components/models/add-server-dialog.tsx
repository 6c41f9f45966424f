"use client";

import { useMutation } from "@tanstack/react-query";
import { toast } from "@/components/ui/toaster";
import { useTRPC } from "@/components/trpc/client";
import { ServerDialog } from "./server-dialog";
import { EMPTY_SERVER, newServerOf } from "./server-form";
import { SERVER_WORDS, type ServerKind } from "./server-words";
import type { Model } from "./types";
import { useRefreshModels } from "./use-models";

interface AddServerDialogProps {
  readonly kind: ServerKind;
  readonly onClose: () => void;
}

/** Adds a server that speaks the OpenAI protocol, or a process reward model; it is probed at once. */
export function AddServerDialog({ kind, onClose }: AddServerDialogProps) {
  const trpc = useTRPC();
  const refresh = useRefreshModels();
  const onSuccess = async (model: Model): Promise<void> => {
    await refresh();
    if (model.status === "ready") toast.success(`${model.name} is added; it answers.`);
    else toast.error(`${model.name} is added, but it does not answer yet.`);
    onClose();
  };
  const addServer = useMutation(trpc.models.addOpenAi.mutationOptions({ onSuccess }));
  const addPrm = useMutation(trpc.models.addPrm.mutationOptions({ onSuccess }));
  const add = kind === "prm" ? addPrm : addServer;
  return (
    <ServerDialog
      kind={kind}
      title={SERVER_WORDS[kind].add}
      description={SERVER_WORDS[kind].description}
      action="Add and test"
      failed="The server was not added"
      values={EMPTY_SERVER}
      isNew
      keyStored={false}
      pending={add.isPending}
      refused={add.error}
      onSubmit={(values) => {
        const { replicas, ...server } = newServerOf(values);
        if (kind === "prm") addPrm.mutate(server);
        else addServer.mutate({ ...server, replicas });
      }}
      onClose={onClose}
    />
  );
}
