"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/states";
import { toast } from "@/components/ui/toaster";
import { useTRPC } from "@/components/trpc/client";
import { addOpenAiSchema } from "@/server/models/models.schema";
import { otherError } from "./form-errors";
import { ServerFields } from "./server-fields";
import { useRefreshModels } from "./use-models";

const FORM = "add-server";
const FIELDS = ["name", "baseUrl", "remoteName", "apiKey", "maxConcurrency"] as const;

/** Adds a server that speaks the OpenAI protocol; it is probed at once. */
export function AddServerDialog({ onClose }: { readonly onClose: () => void }) {
  const trpc = useTRPC();
  const refresh = useRefreshModels();
  const add = useMutation(
    trpc.models.addOpenAi.mutationOptions({
      onSuccess: async (model) => {
        await refresh();
        if (model.status === "ready") toast.success(`${model.name} is added; it answers.`);
        else toast.error(`${model.name} is added, but it does not answer yet.`);
        onClose();
      },
    }),
  );
  const form = useForm({
    resolver: zodResolver(addOpenAiSchema),
    defaultValues: { name: "", baseUrl: "", remoteName: "", apiKey: "" },
  });
  const general = otherError(add.error, FIELDS);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Add a server"
      description="Any server that speaks the OpenAI protocol. A few tiny requests find out what it can do; one that does not answer yet is kept and can be tested later."
      footer={
        <Button type="submit" variant="primary" form={FORM} pending={add.isPending}>
          Add and test
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
        <ServerFields form={form} refused={add.error} />
        {general === null ? null : <ErrorState title="The server was not added" error={general} compact />}
      </form>
    </Dialog>
  );
}
