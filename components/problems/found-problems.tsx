import Link from "next/link";
import { Button } from "@/components/ui/button";
import { formatCount, formatInteger } from "@/components/ui/format";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { ProblemList } from "./problem-list";
import type { ProblemPage, SetDetail } from "./types";

export interface FoundProblemsProps {
  readonly set: SetDetail;
  readonly found: ProblemPage;
  readonly onPageChange: (page: number) => void;
  readonly onClearFilters: () => void;
}

/** One page of what the filters let through. */
export function FoundProblems({ set, found, onPageChange, onClearFilters }: FoundProblemsProps) {
  if (set.problemCount === 0 && set.status !== "importing")
    return (
      <EmptyState
        title="This set holds no problem"
        action={
          <Link href="/problems#import" className="link">
            Import again
          </Link>
        }
      >
        Every line of its file was refused; the reasons are below.
      </EmptyState>
    );
  if (found.total === 0)
    return (
      <EmptyState
        title="No problem fits"
        action={<Button onClick={onClearFilters}>Show all problems</Button>}
      >
        No problem of this set passes all the filters above.
      </EmptyState>
    );
  const where =
    found.pages === 1 ? "" : `, page ${formatInteger(found.page)} of ${formatInteger(found.pages)}`;
  return (
    <>
      <p className="mb-2 text-sm text-ink-soft" aria-live="polite">
        {formatCount(found.total, "problem")}
        {where}
      </p>
      <ProblemList setId={set.id} items={found.items} />
      {found.pages === 1 ? null : (
        <Pagination
          page={found.page}
          pageSize={found.size}
          total={found.total}
          noun="problem"
          onPageChange={onPageChange}
        />
      )}
    </>
  );
}
