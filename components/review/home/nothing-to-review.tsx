"use client";

import { useQuery } from "@tanstack/react-query";
import { Play } from "lucide-react";
import { newRunPath, runPath } from "@/components/runs/run-paths";
import { useTRPC } from "@/components/trpc/client";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";

/** No run has made a pair or a repaired chain: what would. */
export function NothingToReview() {
  const trpc = useTRPC();
  const { data: overview } = useQuery(trpc.runs.overview.queryOptions());
  const [active] = overview?.activeRuns ?? [];
  return (
    <EmptyState
      title="Nothing to review yet"
      action={
        active === undefined ? (
          <LinkButton
            variant="primary"
            href={newRunPath({ preset: "quick" })}
            icon={<Play size={15} aria-hidden />}
          >
            New run
          </LinkButton>
        ) : (
          <LinkButton variant="primary" href={runPath(active.id)}>
            Watch the run
          </LinkButton>
        )
      }
    >
      {active === undefined
        ? "No run has made pairs or corrections yet. A run with the quick settings makes the first within minutes."
        : "A run is under way. Its pairs and repaired chains appear here as it makes them."}
    </EmptyState>
  );
}
