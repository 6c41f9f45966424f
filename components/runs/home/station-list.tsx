"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { useMe } from "@/components/accounts/use-me";
import { useTRPC } from "@/components/trpc/client";
import { LinkButton } from "@/components/ui/button";
import { formatInteger } from "@/components/ui/format";
import type { Overview } from "@/server/runs/overview.service";
import { stations, type Station } from "./stations";

const REVIEW_MS = 15_000;

/** The loop as far as it goes: each station hands on to the next. */
export function StationList({ overview }: { readonly overview: Overview }) {
  const trpc = useTRPC();
  const { can } = useMe();
  const { data: campaigns = [] } = useQuery(
    trpc.review.campaigns.list.queryOptions(undefined, { refetchInterval: REVIEW_MS }),
  );
  const all = stations(overview, { campaigns, mayDecide: can("annotator") });
  return (
    <ol
      aria-label="The loop"
      className="grid border-y border-rule sm:grid-cols-2 xl:grid-cols-6 xl:divide-x xl:divide-rule"
    >
      {all.map((station, index) => (
        <StationItem key={station.id} station={station} last={index === all.length - 1} />
      ))}
    </ol>
  );
}

function StationItem({ station, last }: { readonly station: Station; readonly last: boolean }) {
  const { name, href, count, unit, detail, what, action } = station;
  return (
    <li className="relative flex flex-col gap-1 border-b border-rule py-4 last:border-b-0 sm:pr-5 sm:even:pl-5 xl:border-b-0 xl:even:pl-4 xl:not-first:pl-4 xl:last:pr-0">
      <h2 className="font-serif text-lg font-semibold">
        {href === null ? (
          name
        ) : (
          <Link href={href} className="hover:text-accent">
            {name}
          </Link>
        )}
      </h2>
      <p>
        <span className="font-serif text-xl">{formatInteger(count)}</span>{" "}
        <span className="text-ink-soft">{unit}</span>
      </p>
      <p className="text-sm text-ink-soft">{what}</p>
      <p className="min-h-5 flex-1 text-sm">{detail}</p>
      <div className="mt-2 min-h-6.5">
        {action === null ? null : (
          <LinkButton size="sm" href={action.href} prefetch={station.id !== "review"}>
            {action.label}
          </LinkButton>
        )}
      </div>
      {last ? null : (
        <ArrowRight
          size={15}
          aria-hidden
          className="absolute top-5 -right-2 hidden bg-paper text-ink-faint xl:block"
        />
      )}
    </li>
  );
}
