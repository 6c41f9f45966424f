"use client";

/**
 * `components/review/team` owns the page of what the team learns from its decisions. What is drawn and how is up to
 * `components/charts`; what is computed, to `server/review/team`.
 */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useTRPC } from "@/components/trpc/client";
import { LinkButton } from "@/components/ui/button";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/ui/states";
import { reviewPath, teamPath } from "../paths";
import { TeamFigures } from "./team-figures";
import { TeamFilterBar } from "./team-filter-bar";
import { teamFilter, teamParsers } from "./team-search";

/** The team's figures for what the address asks. */
export function TeamPage() {
  const trpc = useTRPC();
  const [search] = useQueryStates(teamParsers);
  const filter = teamFilter(search);
  const query = useQuery(
    trpc.review.team.figures.queryOptions(filter, { placeholderData: keepPreviousData }),
  );
  const { data } = query;
  const filtered = filter.campaignId !== null || filter.kind !== null || filter.stage !== null;
  return (
    <>
      <TeamFilterBar />
      {data === undefined ? (
        query.error === null ? (
          <SkeletonRows rows={8} rowHeight="3rem" label="Loading the figures" />
        ) : (
          <ErrorState
            title="The figures could not be read"
            error={query.error}
            retrying={query.isFetching}
            onRetry={() => {
              query.refetch().catch(() => undefined);
            }}
          />
        )
      ) : data.counts.standing === 0 ? (
        <NoDecisions filtered={filtered} />
      ) : (
        <div
          aria-busy={query.isPlaceholderData}
          className={query.isPlaceholderData ? "opacity-60" : undefined}
        >
          <TeamFigures figures={data} filter={filter} />
        </div>
      )}
    </>
  );
}

function NoDecisions({ filtered }: { readonly filtered: boolean }) {
  return filtered ? (
    <EmptyState
      title="No decisions here"
      action={<LinkButton href={teamPath()}>See all decisions</LinkButton>}
    >
      Nobody has decided on items like these.
    </EmptyState>
  ) : (
    <EmptyState
      title="No decisions yet"
      action={
        <LinkButton href={reviewPath()} variant="primary">
          Go to the campaigns
        </LinkButton>
      }
    >
      As people decide, this page shows how far they agree, and what they agree with.
    </EmptyState>
  );
}
