"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTRPC } from "@/components/trpc/client";
import { formatInteger } from "@/components/ui/format";
import { Section } from "@/components/ui/page";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/ui/states";
import type { RunReport } from "@/server/runs/report.service";
import type { RunView } from "@/server/runs/run-view";
import { ExportLinks } from "../export-links";
import { BaselineLinks } from "./baseline-links";
import { ControlBlock } from "./control-block";
import { DiversityTable } from "./diversity-table";
import { estimateOutcome } from "./estimate-outcome";
import { scoringWords } from "./scoring-words";
import { PairFunnelList } from "./pair-funnel-list";

/** What the run came to: its yield for the tokens spent, the funnel, whether reflecting helped, how different it is. */
export function ReportSection({ run }: { readonly run: RunView }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.runs.report.queryOptions({ runId: run.id }));
  return (
    <Section title="What it came to" lede={estimateOutcome(run)}>
      {query.data === undefined ? (
        query.error === null ? (
          <SkeletonRows rows={6} />
        ) : (
          <ErrorState
            title="The report could not be read"
            error={query.error}
            onRetry={() => {
              query.refetch().catch(() => undefined);
            }}
            retrying={query.isFetching}
          />
        )
      ) : (
        <Report run={run} report={query.data} />
      )}
    </Section>
  );
}

function Report({ run, report }: { readonly run: RunView; readonly report: RunReport }) {
  const supervised = run.kind === "rejection-sampling";
  return (
    <div className="flex flex-col gap-7">
      <Yield run={run} report={report} />
      {supervised ? null : (
        <Part title="The funnel of pairs">
          {report.funnel.candidates === 0 ? (
            <EmptyState title="No candidate pairs yet">
              A candidate is a right and a wrong solution of one problem; rules then drop the doubtful ones.
            </EmptyState>
          ) : (
            <PairFunnelList runId={run.id} funnel={report.funnel} />
          )}
        </Part>
      )}
      {report.scoring === null ? null : (
        <Part title="What valued the steps">
          <p>{scoringWords(report.scoring)}</p>
        </Part>
      )}
      {report.control === null ? null : (
        <Part title="Does reflecting help?">
          <ControlBlock control={report.control} />
        </Part>
      )}
      {report.diversity.length === 0 ? null : (
        <Part title="How different the chains are">
          <DiversityTable diversity={report.diversity} />
        </Part>
      )}
    </div>
  );
}

function Yield({ run, report }: { readonly run: RunView; readonly report: RunReport }) {
  if (run.kind === "rejection-sampling") {
    return (
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <p>
          <span className="text-lg">{formatInteger(report.demonstrations)}</span>{" "}
          <span className="text-ink-soft">
            verified {report.demonstrations === 1 ? "solution" : "solutions"} for supervised training
          </span>
        </p>
        {report.demonstrations === 0 ? null : <ExportLinks runId={run.id} kind={run.kind} size="sm" />}
      </div>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <p>
        <span className="text-lg">{formatInteger(report.pairsPerMillionTokens)}</span>{" "}
        <span className="text-ink-soft">pairs per million generated tokens</span>
      </p>
      {run.kind === "sphere" && run.generatedTokens > 0 ? <BaselineLinks run={run} /> : null}
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-2 font-medium">{title}</h3>
      {children}
    </div>
  );
}
