import type { Metadata } from "next";
import Link from "next/link";
import { createLoader, parseAsString, parseAsStringLiteral, type SearchParams } from "nuqs/server";
import { initialValues } from "@/components/runs/launch/initial-values";
import { LaunchForm } from "@/components/runs/launch/launch-form";
import { PRESET_IDS } from "@/components/runs/launch/presets";
import { PageHeader } from "@/components/ui/page";
import { HydrateClient, prefetch, serverCaller, trpc } from "@/server/trpc/rsc";
import { runOrNotFound } from "../run-or-not-found";

export const metadata: Metadata = { title: "New run" };

const loadParams = createLoader({
  preset: parseAsStringLiteral(PRESET_IDS).withDefault("quick"),
  from: parseAsString,
});

export default async function NewRunPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const { preset, from } = await loadParams(searchParams);
  const api = await serverCaller();
  const [models, sets, overview, source] = await Promise.all([
    api.models.list(),
    api.problems.sets.list(),
    api.runs.overview(),
    from === null ? null : runOrNotFound(from),
    prefetch(trpc.models.list.queryOptions(), trpc.problems.sets.list.queryOptions()),
  ]);
  const initial = initialValues({
    models,
    sets,
    runCount: overview.runs,
    preset,
    from: source?.launch ?? null,
  });
  return (
    <HydrateClient>
      <PageHeader
        above={
          <Link href="/runs" className="link">
            Runs
          </Link>
        }
        title="New run"
        lede={
          source === null
            ? "Start it as it is, or change what you like."
            : `With the settings of ${source.name}.`
        }
      />
      <LaunchForm initial={initial} />
    </HydrateClient>
  );
}
