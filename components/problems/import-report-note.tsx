import Link from "next/link";
import { formatCount, formatInteger } from "@/components/ui/format";
import { StatusMark } from "@/components/ui/status-mark";
import type { ImportReport } from "./types";

/** How the last import ended; keeps its line while there is none, so that nothing moves. */
export function ImportReportNote({ report }: { readonly report: ImportReport | null }) {
  return (
    <output className="mt-3 flex min-h-6 flex-wrap items-center gap-x-2">
      {report === null ? null : <Report report={report} />}
    </output>
  );
}

function Report({ report }: { readonly report: ImportReport }) {
  return (
    <>
      <StatusMark tone={report.problemCount === 0 ? "bad" : report.faultCount > 0 ? "warning" : "good"}>
        <Link href={`/problems/${report.setId}`} className="link">
          {report.name}
        </Link>
      </StatusMark>
      <span className="text-ink-soft">
        {formatCount(report.added, "problem")} added, {formatInteger(report.duplicates)} already there
      </span>
      {report.faultCount === 0 ? null : (
        <Link href={`/problems/${report.setId}#faults`} className="link">
          {formatCount(report.faultCount, "line")} refused
        </Link>
      )}
    </>
  );
}
