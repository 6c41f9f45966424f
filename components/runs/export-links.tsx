import { Download } from "lucide-react";
import { buttonClass } from "@/components/ui/button";
import type { RunKind } from "@/server/runs/runs.schema";

interface ExportFile {
  readonly format: "trl" | "wide" | "sft";
  readonly label: string;
  readonly title: string;
}

const PAIR_FILES: readonly ExportFile[] = [
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
];

const FILES: Readonly<Record<RunKind, readonly ExportFile[]>> = {
  sphere: PAIR_FILES,
  "iid-pairs": PAIR_FILES,
  "rejection-sampling": [
    {
      format: "sft",
      label: "SFT file",
      title: "JSON Lines {prompt, completion}, as TRL's SFTTrainer takes it",
    },
  ],
};

interface ExportLinksProps {
  readonly runId: string;
  /** Default: a run that makes pairs. */
  readonly kind?: RunKind;
  readonly size?: "md" | "sm";
}

/** What the run made for training, as files. */
export function ExportLinks({ runId, kind = "sphere", size = "md" }: ExportLinksProps) {
  return FILES[kind].map(({ format, label, title }) => (
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
