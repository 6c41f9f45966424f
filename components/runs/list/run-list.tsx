"use client";

import { useQuery } from "@tanstack/react-query";
import { Play } from "lucide-react";
import { debounce, useQueryStates } from "nuqs";
import { useTRPC } from "@/components/trpc/client";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import { newRunPath } from "../run-paths";
import { ActiveRuns } from "./active-runs";
import { FoundRuns } from "./found-runs";
import { RunFilters } from "./run-filters";
import {
  activeRunsInput,
  isFiltered,
  runListInput,
  runListParsers,
  type RunListSearch,
} from "./run-list-search";

const TYPING_MS = 250;

/** Runs at work, the queue, and the others with filters and pages; all of it in the URL. */
export function RunList() {
  const trpc = useTRPC();
  const [search, setSearch] = useQueryStates(runListParsers);
  const active = useQuery(trpc.runs.list.queryOptions(activeRunsInput));
  const settled = useQuery(trpc.runs.list.queryOptions(runListInput(search)));
  const change = (next: Partial<RunListSearch>): void => {
    setSearch({ before: null, ...next }).catch(() => undefined);
  };
  const waiting = (active.data?.items.length ?? 0) > 0;
  const none = active.data?.items.length === 0 && settled.data?.total === 0;
  if (none && !isFiltered(search)) return <NoRuns />;
  return (
    <>
      {isFiltered(search) ? null : <ActiveRuns />}
      <Section title={isFiltered(search) ? "Runs found" : waiting ? "Other runs" : "All runs"}>
        <RunFilters
          search={search}
          onChange={change}
          onType={(q) => {
            setSearch({ q, before: null }, { limitUrlUpdates: debounce(TYPING_MS) }).catch(() => undefined);
          }}
        />
        <FoundRuns
          search={search}
          onPage={(before) => {
            setSearch({ before }, { history: "push", scroll: true }).catch(() => undefined);
          }}
          onPick={(pick) => {
            setSearch({ pick }).catch(() => undefined);
          }}
        />
      </Section>
    </>
  );
}

function NoRuns() {
  return (
    <EmptyState
      title="No runs yet"
      action={
        <LinkButton
          variant="primary"
          href={newRunPath({ preset: "quick" })}
          icon={<Play size={15} aria-hidden />}
        >
          Start the first run
        </LinkButton>
      }
    >
      A run takes problems through the three stages and keeps the preference pairs they give.
    </EmptyState>
  );
}
