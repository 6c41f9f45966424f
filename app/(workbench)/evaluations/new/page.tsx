import type { Metadata } from "next";
import Link from "next/link";
import type { SearchParams } from "nuqs/server";
import { OnlyFor } from "@/components/accounts/only-for";
import { initialLaunch, notOffered } from "@/components/evaluations/launch/initial-launch";
import { LaunchForm } from "@/components/evaluations/launch/launch-form";
import { loadLaunchSearch } from "@/components/evaluations/launch/launch-search";
import { NotOfferedNote } from "@/components/evaluations/launch/not-offered-note";
import { evaluationsPath } from "@/components/evaluations/paths";
import { PageHeader } from "@/components/ui/page";
import { HydrateClient, prefetch, serverCaller, trpc } from "@/server/trpc/rsc";

export const metadata: Metadata = { title: "New evaluation" };

interface Props {
  readonly searchParams: Promise<SearchParams>;
}

export default async function NewEvaluationPage({ searchParams }: Props) {
  const search = await loadLaunchSearch(searchParams);
  const api = await serverCaller();
  const [models, benchmarks] = await Promise.all([
    api.models.list(),
    api.problems.sets.list(),
    prefetch(trpc.models.list.queryOptions(), trpc.problems.sets.list.queryOptions()),
  ]);
  const initial = initialLaunch(search, { models, benchmarks });
  return (
    <HydrateClient>
      <PageHeader
        above={
          <Link href={evaluationsPath()} className="link">
            Evaluations
          </Link>
        }
        title="New evaluation"
        lede="What a model is worth on problems that nothing was trained on."
      />
      <OnlyFor least="runner" explained>
        <NotOfferedNote counts={notOffered(search, initial)} />
        <LaunchForm key={JSON.stringify(search)} initial={initial} models={models} benchmarks={benchmarks} />
      </OnlyFor>
    </HydrateClient>
  );
}
