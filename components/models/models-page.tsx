"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { Section } from "@/components/ui/page";
import { Code } from "@/components/ui/raw-text";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/ui/states";
import { AddButtons } from "./add-buttons";
import { ModelItem } from "./model-item";
import { placedModels } from "./placed-models";
import { useDownloadReadings } from "./use-download-readings";
import { useModels } from "./use-models";

/** The catalogue, and what a person added. */
export function ModelsPage() {
  const models = useModels();
  const trpc = useTRPC();
  const { data: families = [] } = useQuery(trpc.models.families.queryOptions());
  const readings = useDownloadReadings(models.data ?? [], models.dataUpdatedAt);
  if (models.isPending) return <SkeletonRows rows={4} rowHeight="5.5rem" label="Loading the models" />;
  if (models.isError) {
    return (
      <ErrorState
        title="The models could not be read"
        error={models.error}
        retrying={models.isFetching}
        onRetry={() => {
          models.refetch().catch(() => undefined);
        }}
      />
    );
  }
  const placed = placedModels(models.data, families);
  const catalogue = placed.filter(({ base }) => base.catalogue !== null);
  const own = placed.filter(({ base }) => base.catalogue === null);
  return (
    <>
      {models.data.some(({ status }) => status === "downloading") ? <DownloadsNeedWorker /> : null}
      <Section
        title="Catalogue"
        lede="Small models that are known to work here. Each file is checked against its SHA-256 before it is used."
      >
        {catalogue.length === 0 ? (
          <EmptyState title="The catalogue is not here yet">
            The worker writes it when it first starts: <Code>npm start</Code>.
          </EmptyState>
        ) : (
          <ul className="border-t border-rule">
            {catalogue.map(({ model, depth }) => (
              <ModelItem key={model.id} model={model} depth={depth} readings={readings[model.id] ?? []} />
            ))}
          </ul>
        )}
      </Section>
      <Section
        title="Your files and servers"
        lede="Any GGUF file on this machine, and any server that speaks the OpenAI protocol: vLLM, SGLang, llama-server, Ollama. A process reward model scores the steps of a run that asks for one."
      >
        {own.length === 0 ? (
          <EmptyState
            title={
              models.data.some((model) => model.catalogue === null)
                ? "None apart from checkpoints"
                : "None added yet"
            }
            action={<AddButtons />}
          >
            A run can use them as policy, as small model or as scorer, like those of the catalogue. A
            checkpoint stands below the model that it was trained from.
          </EmptyState>
        ) : (
          <>
            <AddButtons />
            <ul className="mt-3 border-t border-rule">
              {own.map(({ model, depth }) => (
                <ModelItem key={model.id} model={model} depth={depth} readings={readings[model.id] ?? []} />
              ))}
            </ul>
          </>
        )}
      </Section>
    </>
  );
}

/** Downloads are the worker's; without one they only wait. */
function DownloadsNeedWorker() {
  const trpc = useTRPC();
  const overview = useQuery(trpc.runs.overview.queryOptions(undefined, { refetchInterval: 5_000 }));
  return overview.data?.workerAlive === false ? (
    <div role="alert" className="mb-6 border-l-2 border-rejected bg-rejected-wash px-3 py-2">
      <p className="font-medium">No worker is running, so downloads wait.</p>
      <p className="text-ink-soft">
        <Code>npm start</Code> starts it together with these pages. Downloads then go on where they were.
      </p>
    </div>
  ) : null;
}
