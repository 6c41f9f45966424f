"use client";

import { useMutation } from "@tanstack/react-query";
import { Download, GitBranch, Pencil, Square, Trash2 } from "lucide-react";
import { useState } from "react";
import { useMe } from "@/components/accounts/use-me";
import { EvaluateLink } from "@/components/evaluations/evaluate-link";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toaster";
import { useTRPC } from "@/components/trpc/client";
import { canChange, EditDialog } from "./edit-dialog";
import { LineageDialog } from "./lineage-dialog";
import { RemoveDialog } from "./remove-dialog";
import type { Model } from "./types";
import { useRefreshModels } from "./use-models";

interface ModelActionsProps {
  readonly model: Model;
  readonly testing: boolean;
  readonly onTest: () => void;
}

function sayError(error: { readonly message: string }): void {
  toast.error(error.message);
}

/** Download, stop, test, change, remove: only what makes sense as the model stands. */
export function ModelActions({ model, testing, onTest }: ModelActionsProps) {
  const trpc = useTRPC();
  const refresh = useRefreshModels();
  const [open, setOpen] = useState<"edit" | "lineage" | "remove" | null>(null);
  const start = useMutation(
    trpc.models.startDownload.mutationOptions({ onSettled: refresh, onError: sayError }),
  );
  const stop = useMutation(
    trpc.models.stopDownload.mutationOptions({ onSettled: refresh, onError: sayError }),
  );
  const loading = model.status === "downloading";
  const fetchable = model.catalogue !== null && !loading && model.status !== "ready";
  const hasFile = model.catalogue === null || model.filePath !== null || model.downloadedBytes > 0;
  const { can } = useMe();
  if (!can("runner")) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {fetchable ? (
        <Button
          size="sm"
          variant="primary"
          icon={<Download size={13} aria-hidden />}
          pending={start.isPending}
          aria-label={`Download ${model.name}`}
          onClick={() => {
            start.mutate({ id: model.id });
          }}
        >
          {model.status === "not-downloaded" ? "Download" : "Download again"}
        </Button>
      ) : null}
      {loading ? (
        <Button
          size="sm"
          icon={<Square size={12} aria-hidden />}
          pending={stop.isPending}
          aria-label={`Stop the download of ${model.name}`}
          onClick={() => {
            stop.mutate({ id: model.id });
          }}
        >
          Stop
        </Button>
      ) : null}
      {loading || model.status === "not-downloaded" ? null : (
        <Button size="sm" pending={testing} aria-label={`Test ${model.name}`} onClick={onTest}>
          Test
        </Button>
      )}
      <EvaluateLink model={model} />
      {model.kind === "prm" ? null : (
        <Button
          size="sm"
          variant="quiet"
          aria-label={`Where ${model.name} comes from`}
          icon={<GitBranch size={13} aria-hidden />}
          onClick={() => {
            setOpen("lineage");
          }}
        >
          Lineage
        </Button>
      )}
      {can("admin") && canChange(model) ? (
        <Button
          size="sm"
          variant="quiet"
          aria-label={`Change ${model.name}`}
          icon={<Pencil size={13} aria-hidden />}
          onClick={() => {
            setOpen("edit");
          }}
        >
          Change
        </Button>
      ) : null}
      {loading || !hasFile || !can("admin") ? null : (
        <Button
          size="sm"
          variant="quiet"
          aria-label={`Remove ${model.name}`}
          icon={<Trash2 size={13} aria-hidden />}
          onClick={() => {
            setOpen("remove");
          }}
        >
          Remove
        </Button>
      )}
      <RemoveDialog
        model={model}
        open={open === "remove"}
        onOpenChange={(next) => {
          setOpen(next ? "remove" : null);
        }}
      />
      {open === "lineage" ? (
        <LineageDialog
          model={model}
          onClose={() => {
            setOpen(null);
          }}
        />
      ) : null}
      {open === "edit" ? (
        <EditDialog
          model={model}
          onClose={() => {
            setOpen(null);
          }}
        />
      ) : null}
    </div>
  );
}
