"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryState } from "nuqs";
import { useTRPC } from "@/components/trpc/client";
import { Tabs } from "@/components/ui/tabs";
import type { RunView } from "@/server/runs/run-view";
import { ErrorGroups } from "./error-groups";
import { EventLog } from "./event-log";
import { ProblemTable } from "./problem-table";
import { runSearch } from "./run-search";
import { RunSettings } from "./run-settings";
import type { useRunWatch } from "./use-run-watch";

interface RunTabsProps {
  readonly run: RunView;
  readonly watch: ReturnType<typeof useRunWatch>;
}

/** The run's problems, events, errors and settings. */
export function RunTabs({ run, watch }: RunTabsProps) {
  const trpc = useTRPC();
  const [tab, setTab] = useQueryState("tab", runSearch.tab);
  const errors = useQuery(trpc.runs.errors.queryOptions({ runId: run.id }));
  return (
    <div className="mt-10 min-h-96">
      <Tabs
        label="Parts of the run"
        value={tab}
        onValueChange={(next) => {
          setTab(next).catch(() => undefined);
        }}
        items={[
          {
            value: "problems",
            label: "Problems",
            count: run.problemCount,
            content: <ProblemTable run={run} />,
          },
          {
            value: "events",
            label: "Events",
            content: <EventLog runId={run.id} log={watch.log} older={watch.older} />,
          },
          {
            value: "errors",
            label: "Errors",
            count: run.failedCallCount + run.problemsFailed,
            content: <ErrorGroups run={run} query={errors} />,
          },
          { value: "settings", label: "Settings", content: <RunSettings run={run} /> },
        ]}
      />
    </div>
  );
}
