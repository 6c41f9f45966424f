"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import { ArrowLeftRight } from "lucide-react";
import { useQueryStates } from "nuqs";
import { useTRPC } from "@/components/trpc/client";
import { Button, LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/page";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/ui/states";
import type { RunComparison } from "@/server/runs/compare-runs.service";
import { isOver } from "../run-status";
import { caveats } from "./caveats";
import { compareParsers } from "./compare-search";
import { OutcomeTable } from "./outcome-table";
import { RunChoice } from "./run-choice";
import { RunHeads } from "./run-heads";
import { SettingTable } from "./setting-table";

const BUSY_MS = 4_000;

/** Two runs beside each other; which two is in the URL. */
export function ComparePage() {
  const trpc = useTRPC();
  const [{ a, b }, setRuns] = useQueryStates(compareParsers, { history: "push" });
  const chosen = a !== "" && b !== "";
  const query = useQuery(
    trpc.runs.compare.queryOptions(chosen ? { a, b } : skipToken, {
      refetchInterval: ({ state }) => (state.data !== undefined && grows(state.data) ? BUSY_MS : false),
    }),
  );
  const choose = (next: { readonly a?: string; readonly b?: string }): void => {
    setRuns(next).catch(() => undefined);
  };
  return (
    <>
      <div className="mb-6 grid items-end gap-x-4 gap-y-3 sm:grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)]">
        <RunChoice
          label="A"
          value={a}
          onChange={(next) => {
            choose({ a: next });
          }}
        />
        <Button
          aria-label="Swap A and B"
          title="Swap A and B"
          onClick={() => {
            choose({ a: b, b: a });
          }}
        >
          <ArrowLeftRight size={14} aria-hidden />
        </Button>
        <RunChoice
          label="B"
          value={b}
          onChange={(next) => {
            choose({ b: next });
          }}
        />
      </div>
      {chosen ? (
        <Compared query={query} />
      ) : (
        <EmptyState title="Choose two runs" action={<LinkButton href="/runs">See the runs</LinkButton>}>
          Their settings and outcomes are set beside each other.
        </EmptyState>
      )}
    </>
  );
}

interface ComparedProps {
  readonly query: {
    readonly data: RunComparison | undefined;
    readonly error: { readonly message: string } | null;
    readonly isFetching: boolean;
    readonly refetch: () => Promise<unknown>;
  };
}

function Compared({ query }: ComparedProps) {
  const { data } = query;
  if (data === undefined) {
    return query.error === null ? (
      <SkeletonRows rows={10} />
    ) : (
      <ErrorState
        title="The two runs could not be compared"
        error={query.error}
        onRetry={() => {
          query.refetch().catch(() => undefined);
        }}
        retrying={query.isFetching}
      />
    );
  }
  const found = caveats(data);
  return (
    <>
      <RunHeads a={data.a} b={data.b} />
      {found.length === 0 ? null : (
        <section aria-label="What cannot be compared" className="mt-4 border-l-2 border-rejected pl-3">
          <ul className="max-w-prose">
            {found.map((line) => (
              <li key={line} className="wrap-anywhere">
                {line}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Section title="Settings that differ">
        <SettingTable comparison={data} />
      </Section>
      <Section title="Outcomes">
        <OutcomeTable comparison={data} />
      </Section>
    </>
  );
}

function grows({ a, b }: RunComparison): boolean {
  return !isOver(a.run.status) || !isOver(b.run.status);
}
