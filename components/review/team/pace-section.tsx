"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { DayColumns } from "@/components/charts";
import { useTRPC } from "@/components/trpc/client";
import { Section } from "@/components/ui/page";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import type { TeamFigures } from "@/server/review/team/figures";
import type { TeamFilter } from "@/server/review/team/team.schema";
import { PeopleTable } from "./people-table";

const DAYS = 30;

/** How much was decided, by day and by person, and how long an item takes. */
export function PaceSection({
  figures,
  filter,
}: {
  readonly figures: TeamFigures;
  readonly filter: TeamFilter;
}) {
  const trpc = useTRPC();
  const [utcOffset] = useState(() => -new Date().getTimezoneOffset());
  const query = useQuery(trpc.review.team.days.queryOptions({ ...filter, days: DAYS, utcOffset }));
  const { data } = query;
  const mine = data?.some((day) => day.mine > 0) ?? false;
  return (
    <Section id="pace" title="How much, and how fast?">
      {data === undefined ? (
        query.error === null ? (
          <SkeletonRows rows={1} rowHeight="15rem" label="Loading the days" />
        ) : (
          <ErrorState
            title="The days could not be read"
            error={query.error}
            retrying={query.isFetching}
            onRetry={() => {
              query.refetch().catch(() => undefined);
            }}
          />
        )
      ) : (
        <DayColumns
          label="Decisions by day"
          caption={`The last ${String(DAYS)} days; only decisions that stand.`}
          series={mine ? ["yours", "by others", "in bulk"] : ["one at a time", "in bulk"]}
          days={data.map((day) => ({
            day: day.day,
            values: mine ? [day.mine, day.readings - day.mine, day.bulk] : [day.readings, day.bulk],
          }))}
        />
      )}
      <div className="mt-8">
        <PeopleTable figures={figures} />
      </div>
    </Section>
  );
}
