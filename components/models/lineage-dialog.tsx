"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { fieldError } from "@/components/ui/form-errors";
import { toast } from "@/components/ui/toaster";
import { lineageSchema, type Lineage } from "@/server/models/models.schema";
import { FormDialog } from "./form-dialog";
import { LINEAGE_FIELDS, LineageFields } from "./lineage-fields";
import { originOf } from "./origin-of";
import type { Model } from "./types";
import { useRefreshModels } from "./use-models";

/** Says what a model was trained from, or that it is a base. */
export function LineageDialog({ model, onClose }: { readonly model: Model; readonly onClose: () => void }) {
  const trpc = useTRPC();
  const refresh = useRefreshModels();
  const [lineage, setLineage] = useState<Lineage | null>(originOf(model));
  const [checked, setChecked] = useState(false);
  const save = useMutation(
    trpc.models.setLineage.mutationOptions({
      onSuccess: async ({ name, parentModelId }) => {
        await refresh();
        toast.success(
          parentModelId === null ? `${name} is a base now.` : `It is known where ${name} comes from.`,
        );
        onClose();
      },
    }),
  );
  const found = lineage === null ? null : (lineageSchema.safeParse(lineage).error ?? null);
  const ownError = (field: string): string | undefined =>
    checked ? found?.issues.find(({ path }) => path[0] === field)?.message : undefined;
  return (
    <FormDialog
      title={`Where ${model.name} comes from`}
      description="Checkpoints of one base make a family: the leaderboard shows their rounds together. Nothing that was measured changes."
      action="Save"
      failed="Nothing was changed"
      fields={LINEAGE_FIELDS}
      pending={save.isPending}
      refused={save.error}
      submit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (found === null) save.mutate({ id: model.id, lineage });
        return Promise.resolve();
      }}
      onClose={onClose}
    >
      <LineageFields
        value={lineage}
        onChange={setLineage}
        mayBeParent={({ id }) => id !== model.id}
        errorOf={(field) => ownError(field) ?? fieldError(save.error, field)}
      />
    </FormDialog>
  );
}
