"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { useMe } from "@/components/accounts/use-me";
import { useTRPC } from "@/components/trpc/client";
import { formatCount } from "@/components/ui/format";
import type { CampaignView } from "@/server/review/queue-view.schema";
import { historyPath, teamPath } from "../paths";

const REFRESH_MS = 30_000;

/** What I have done today and what waits for me, in one line. */
export function MyDay({ campaigns }: { readonly campaigns: readonly CampaignView[] }) {
  const trpc = useTRPC();
  const { can } = useMe();
  const annotates = can("annotator");
  const [utcOffset] = useState(() => -new Date().getTimezoneOffset());
  const { data: days } = useQuery(
    trpc.review.team.days.queryOptions(
      { days: 1, utcOffset },
      { enabled: annotates, refetchInterval: REFRESH_MS },
    ),
  );
  if (!annotates) return null;
  const today = days?.at(-1)?.mine;
  const assigned = campaigns.reduce((sum, { progress }) => sum + progress.assignedToMe, 0);
  return (
    <section aria-label="My day" className="mb-8 border-l-2 border-accent bg-accent-wash px-4 py-3">
      <p className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
        <span>
          <span className="font-serif text-xl">{today ?? "–"}</span> {today === 1 ? "item" : "items"} decided
          today, one by one
        </span>
        {assigned === 0 ? null : <span>{formatCount(assigned, "open item")} assigned to you</span>}
        <span className="flex gap-x-4 sm:ml-auto">
          <Link href={historyPath()} className="link">
            What I did
          </Link>
          <Link href={teamPath()} className="link">
            My figures
          </Link>
        </span>
      </p>
    </section>
  );
}
