"use client";

import { useMutation } from "@tanstack/react-query";
import { clsx } from "clsx";
import { SafeText } from "@/components/ui/raw-text";
import { ErrorState } from "@/components/ui/states";
import { Badge } from "@/components/ui/status-mark";
import { useTRPC } from "@/components/trpc/client";
import { DownloadProgress } from "./download-progress";
import type { Reading } from "./download-rate";
import { LlamaServerState } from "./llama-server-state";
import { ModelActions } from "./model-actions";
import { ModelCalibration } from "./model-calibration";
import { ModelCapabilities } from "./model-capabilities";
import { ModelFacts } from "./model-facts";
import { ModelLineage } from "./model-lineage";
import { ModelStatusMark } from "./model-status";
import { ModelTestResult } from "./model-test-result";
import { ReplicaList } from "./replica-list";
import type { Model } from "./types";
import { useRefreshModels } from "./use-models";

/** A step further in for each parent, with a line that ties a checkpoint to what it came from. */
const INDENTS = [
  "",
  "ml-3 border-l border-l-rule-strong pl-3 sm:ml-6 sm:pl-4",
  "ml-5 border-l border-l-rule-strong pl-3 sm:ml-12 sm:pl-4",
  "ml-7 border-l border-l-rule-strong pl-3 sm:ml-18 sm:pl-4",
] as const;

interface ModelItemProps {
  readonly model: Model;
  /** Parents above it in the list. */
  readonly depth: number;
  readonly readings: readonly Reading[];
}

/** One model: what it is, how it stands and why, and what can be done about it. */
export function ModelItem({ model, depth, readings }: ModelItemProps) {
  const trpc = useTRPC();
  const onSettled = useRefreshModels();
  const test = useMutation(trpc.models.test.mutationOptions({ onSettled }));
  return (
    <li className={clsx("border-b border-rule py-4", INDENTS[Math.min(depth, INDENTS.length - 1)])}>
      <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1 basis-80">
          <div className="mb-1 flex flex-wrap items-center gap-x-3 gap-y-1">
            <h3 className="text-base font-semibold wrap-anywhere">
              <SafeText text={model.name} />
            </h3>
            {model.round === null ? null : (
              <Badge title="How often a model of this family was trained">round {model.round}</Badge>
            )}
            {model.catalogue === null ? null : <Purpose purpose={model.catalogue.purpose} />}
            {model.scorerKind === "prm" ? (
              <Badge title="Gives every step of a solution a value; it writes no text">
                process reward model
              </Badge>
            ) : null}
            {model.kind === "scripted" ? (
              <Badge title="A deterministic double without any model behind it">test double</Badge>
            ) : null}
            <ModelStatusMark status={model.status} />
          </div>
          <ModelFacts model={model} />
          <ModelLineage model={model} />
        </div>
        <ModelActions
          model={model}
          testing={test.isPending}
          onTest={() => {
            test.mutate({ id: model.id });
          }}
        />
      </div>
      {model.status === "downloading" ? <DownloadProgress model={model} readings={readings} /> : null}
      {model.statusDetail === null || test.data?.message === model.statusDetail ? null : (
        <p className="mt-2 max-w-2xl border-l-2 border-danger pl-3 wrap-anywhere">
          <SafeText text={model.statusDetail} />
        </p>
      )}
      {model.calibration === null ? null : <ModelCalibration id={model.id} found={model.calibration} />}
      {model.kind === "llama-server" ? <LlamaServerState model={model} /> : null}
      {model.capabilities?.replicas === undefined ? null : (
        <ReplicaList replicas={model.capabilities.replicas} />
      )}
      {model.capabilities === null ? null : <ModelCapabilities found={model.capabilities} />}
      {test.error === null ? null : (
        <div className="mt-3">
          <ErrorState title="The model could not be tested" error={test.error} compact />
        </div>
      )}
      {test.data === undefined ? null : <ModelTestResult test={test.data} />}
    </li>
  );
}

function Purpose({ purpose }: { readonly purpose: "policy" | "small" }) {
  return purpose === "policy" ? (
    <Badge title="What a new run trains unless you choose another">default policy</Badge>
  ) : (
    <Badge title="What supplies plausible mistakes unless you choose another">default small model</Badge>
  );
}
