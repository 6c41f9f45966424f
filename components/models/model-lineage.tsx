"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Fragment } from "react";
import { evaluationsPath } from "@/components/evaluations/paths";
import { useTRPC } from "@/components/trpc/client";
import { Code, SafeText } from "@/components/ui/raw-text";
import type { Model } from "./types";
import { useModels } from "./use-models";

/** What a model was trained from and on, and to what it was found worth; nothing for one that writes no text. */
export function ModelLineage({ model }: { readonly model: Model }) {
  const { data: models = [] } = useModels();
  const { id, name, kind, parentModelId, trainedOnRunIds } = model;
  if (kind === "prm") return null;
  const parent = models.find((other) => other.id === parentModelId);
  return (
    <p className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5 text-sm">
      {parentModelId === null ? null : (
        <span className="text-ink-soft">
          Trained from {parent === undefined ? "a model that is gone" : <SafeText text={parent.name} />}
        </span>
      )}
      {trainedOnRunIds === null || trainedOnRunIds.length === 0 ? null : (
        <TrainedOn runIds={trainedOnRunIds} />
      )}
      <Link
        prefetch={false}
        href={evaluationsPath({ model: id })}
        className="link"
        aria-label={`Evaluations of ${name}`}
      >
        Evaluations
      </Link>
    </p>
  );
}

function TrainedOn({ runIds }: { readonly runIds: readonly string[] }) {
  const trpc = useTRPC();
  const { data: runs = [] } = useQuery(
    trpc.models.trainingRuns.queryOptions(undefined, { staleTime: 60_000 }),
  );
  return (
    <span className="text-ink-soft">
      on the pairs of{" "}
      {runIds.map((id, at) => {
        const run = runs.find((one) => one.id === id);
        return (
          <Fragment key={id}>
            {at === 0 ? null : ", "}
            <Link
              prefetch={false}
              href={`/runs/${encodeURIComponent(id)}/pairs`}
              className="link wrap-anywhere"
            >
              {run === undefined ? <Code>{id}</Code> : <SafeText text={run.name} />}
            </Link>
          </Fragment>
        );
      })}
    </span>
  );
}
