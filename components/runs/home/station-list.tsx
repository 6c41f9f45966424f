import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { LinkButton } from "@/components/ui/button";
import { formatInteger } from "@/components/ui/format";
import type { Overview } from "@/server/runs/overview.service";
import { stations, type Station } from "./stations";

/** The loop as far as it goes: each station hands on to the next. */
export function StationList({ overview }: { readonly overview: Overview }) {
  return (
    <ol
      aria-label="The loop"
      className="grid border-y border-rule sm:grid-cols-2 xl:grid-cols-4 xl:divide-x xl:divide-rule"
    >
      {stations(overview).map((station, index) => (
        <StationItem key={station.id} station={station} last={index === 3} />
      ))}
    </ol>
  );
}

function StationItem({ station, last }: { readonly station: Station; readonly last: boolean }) {
  const { name, href, count, unit, detail, what, action } = station;
  return (
    <li className="relative flex flex-col gap-1 border-b border-rule py-4 last:border-b-0 sm:pr-5 sm:even:pl-5 xl:border-b-0 xl:not-first:pl-5 xl:last:pr-0">
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
          <LinkButton size="sm" href={action.href}>
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
