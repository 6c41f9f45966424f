"use client";

import { OnlyFor } from "@/components/accounts/only-for";
import { useState } from "react";
import { PageHeader, Section } from "@/components/ui/page";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/ui/states";
import { ImportPanel } from "./import-panel";
import { ImportReportNote } from "./import-report-note";
import { MakeStarterButton } from "./make-starter-button";
import { OwnBenchmarkNote } from "./own-benchmark-note";
import { SetsTable } from "./sets-table";
import type { ImportReport } from "./types";
import { useProblemSets } from "./use-problem-sets";

export function ProblemSetsView() {
  const [report, setReport] = useState<ImportReport | null>(null);
  return (
    <>
      <PageHeader
        title="Problems"
        lede="Sets of problems with a reference answer each. Runs work on training and starter sets; benchmarks only measure."
      />
      <Sets onReport={setReport} />
      <ImportReportNote report={report} />
      <Section
        id="import"
        title="Bring in problems"
        lede="One JSON object a line with id, problem and answer. Bad lines are named by number and left out; nothing is imported twice."
      >
        <OnlyFor least="runner" explained>
          <ImportPanel onReport={setReport} />
          <OwnBenchmarkNote />
        </OnlyFor>
      </Section>
    </>
  );
}

function Sets({ onReport }: { readonly onReport: (report: ImportReport) => void }) {
  const sets = useProblemSets();
  if (sets.isPending) return <SkeletonRows rows={4} label="Reading the problem sets" />;
  if (sets.isError)
    return (
      <ErrorState
        title="The problem sets could not be read"
        error={sets.error}
        retrying={sets.isFetching}
        onRetry={() => void sets.refetch()}
      />
    );
  if (sets.data.length > 0) return <SetsTable sets={sets.data} />;
  return (
    <EmptyState title="No problem sets yet" action={<MakeStarterButton onReport={onReport} />}>
      Make a starter set of 200 grade-school problems now, or import your own below.
    </EmptyState>
  );
}
