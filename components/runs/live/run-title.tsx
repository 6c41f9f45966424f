"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { Badge } from "@/components/ui/status-mark";
import type { RunView } from "@/server/runs/run-view";
import { usedFields } from "../launch/used-fields";
import { KIND_WORDS, MODE_WORDS, SCORER_WORDS } from "../run-words";
import { useSettingNames } from "../use-setting-names";

/** What the run is and what it works with: kind, search and scorer, then models and problems by name. */
export function RunTitle({
  run,
}: {
  readonly run: Pick<RunView, "id" | "kind" | "launch" | "scorerModelId">;
}) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.runs.names.queryOptions({ runId: run.id }, { staleTime: Infinity }));
  const { models } = useSettingNames();
  const used = usedFields(run.launch);
  const { mode, scorer } = run.launch.config;
  const scorerName = run.scorerModelId === null ? undefined : models.get(run.scorerModelId);
  return (
    <>
      <span className="mb-1 flex flex-wrap gap-1.5">
        <Badge title={KIND_WORDS[run.kind].what}>{KIND_WORDS[run.kind].label}</Badge>
        {used.has("config.mode") ? (
          <Badge title={MODE_WORDS[mode].what}>{MODE_WORDS[mode].label}</Badge>
        ) : null}
        {used.has("config.scorer") ? (
          <Badge title={SCORER_WORDS[scorer].what}>{SCORER_WORDS[scorer].label}</Badge>
        ) : null}
        {run.launch.dryRun ? <Badge title="One problem, to see what the settings do">dry run</Badge> : null}
      </span>
      {data === undefined ? (
        <span className="inline-block min-h-5" />
      ) : (
        <>
          <bdi>{data.policy}</bdi>
          {data.smallModel === null || !used.has("smallModelId") ? null : (
            <>
              , with <bdi>{data.smallModel}</bdi> for mistakes
            </>
          )}
          {scorerName === undefined || !used.has("scorerModelId") ? null : (
            <>
              , scored by <bdi>{scorerName}</bdi>
            </>
          )}
          , on <bdi>{data.problemSet}</bdi>
        </>
      )}
    </>
  );
}
