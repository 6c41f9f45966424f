import { Download } from "lucide-react";
import { buttonClass } from "@/components/ui/button";
import { compareExportPath } from "./compare-paths";
import type { CompareSearch } from "./compare-search";

interface ExportLinksProps {
  readonly search: Pick<CompareSearch, "a" | "b" | "pass" | "benchmark">;
}

/** The compared items as files, so that every figure can be computed again elsewhere. */
export function ExportLinks({ search }: ExportLinksProps) {
  return (["csv", "json"] as const).map((format) => (
    <a
      key={format}
      download
      href={compareExportPath(search, format)}
      title="Each item with what both answered, and whether it is right"
      className={buttonClass("quiet", "sm")}
    >
      <Download size={13} aria-hidden />
      {format.toUpperCase()}
    </a>
  ));
}
