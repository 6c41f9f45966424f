import { Download } from "lucide-react";
import { buttonClass } from "@/components/ui/button";

const files = [
  {
    format: "trl",
    label: "TRL file",
    title: "JSON Lines {prompt, chosen, rejected}, as TRL's DPOTrainer takes it",
  },
  {
    format: "wide",
    label: "Wide file",
    title: "JSON Lines with each pair's values, margin and where it came from",
  },
] as const;

interface ExportLinksProps {
  readonly runId: string;
  readonly size?: "md" | "sm";
}

/** The run's pairs as files. */
export function ExportLinks({ runId, size = "md" }: ExportLinksProps) {
  return files.map(({ format, label, title }) => (
    <a
      key={format}
      download
      href={`/api/exports/runs/${encodeURIComponent(runId)}/${format}`}
      title={title}
      className={buttonClass("secondary", size)}
    >
      <Download size={14} aria-hidden />
      {label}
    </a>
  ));
}
