import { Download } from "lucide-react";
import { buttonClass } from "@/components/ui/button";

const files = [
  {
    format: "trl",
    label: "Pairs for TRL",
    title: "JSON Lines {prompt, chosen, rejected}, as TRL's DPOTrainer takes it",
  },
  {
    format: "wide",
    label: "All columns",
    title: "JSON Lines with values, margins, grading rules and where each side came from",
  },
] as const;

/** The run's pairs as files. */
export function ExportLinks({ runId }: { readonly runId: string }) {
  return files.map(({ format, label, title }) => (
    <a
      key={format}
      download
      href={`/api/exports/runs/${encodeURIComponent(runId)}/${format}`}
      title={title}
      className={buttonClass("secondary")}
    >
      <Download size={14} aria-hidden />
      {label}
    </a>
  ));
}
