import { OnlyFor } from "@/components/accounts/only-for";
import type { Metadata } from "next";
import Link from "next/link";
import { createLoader, parseAsString, parseAsStringLiteral, type SearchParams } from "nuqs/server";
import { initialValues } from "@/components/runs/launch/initial-values";
import { LaunchForm } from "@/components/runs/launch/launch-form";
import { LaunchLede } from "@/components/runs/launch/launch-lede";
import { PRESET_IDS } from "@/components/runs/launch/presets";
import { PageHeader } from "@/components/ui/page";
import { BASELINE_KINDS } from "@/server/runs/steering.schema";
import { HydrateClient, prefetch, serverCaller, trpc } from "@/server/trpc/rsc";
import { runOrNotFound } from "../run-or-not-found";

export const metadata: Metadata = { title: "New run" };

const loadParams = createLoader({
  preset: parseAsStringLiteral(PRESET_IDS).withDefault("quick"),
  /** A run whose choices are taken, or that a baseline is for. */
  from: parseAsString,
  baselineOf: parseAsString,
  kind: parseAsStringLiteral(BASELINE_KINDS).withDefault("iid-pairs"),
});

export default async function NewRunPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const { preset, from, baselineOf, kind } = await loadParams(searchParams);
  const sourceId = baselineOf ?? from;
  const api = await serverCaller();
  const [models, sets, overview, source] = await Promise.all([
    api.models.list(),
    api.problems.sets.list(),
    api.runs.overview(),
    sourceId === null ? null : runOrNotFound(sourceId),
    prefetch(trpc.models.list.queryOptions(), trpc.problems.sets.list.queryOptions()),
  ]);
  const baseline = baselineOf === null ? null : await api.runs.baselineOf({ runId: baselineOf, kind });
  const initial =
    baseline === null
      ? initialValues({ models, sets, runCount: overview.runs, preset, from: source?.launch ?? null })
      : baseline.launch;
  return (
    <HydrateClient>
      <PageHeader
        above={
          <Link href="/runs" className="link">
            Runs
          </Link>
        }
        title="New run"
        lede={<LaunchLede source={source} baseline={baseline} />}
      />
      <OnlyFor least="runner" explained>
        <LaunchForm
          initial={initial}
          source={source === null ? null : { ...source, sameProblems: baseline !== null }}
        />
      </OnlyFor>
    </HydrateClient>
  );
}
