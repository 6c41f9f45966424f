"use client";

import { Download as DownloadIcon } from "lucide-react";
import { Button } from "@/components/ui/button";
import { toCsv } from "@/components/ui/csv";
import type { DrawnRow } from "./drawn-table";

export interface Download {
  /** Without ending. */
  readonly fileName: string;
  readonly data: readonly DrawnRow[];
}

/** The numbers of a picture as a CSV or JSON file, made in the browser from what is drawn. */
export function DownloadButtons({
  label,
  download,
}: {
  readonly label: string;
  readonly download: Download;
}) {
  const { fileName, data } = download;
  if (data.length === 0) return null;
  return (
    <span className="flex">
      <Button
        size="sm"
        variant="quiet"
        aria-label={`${label} as a CSV file`}
        icon={<DownloadIcon size={13} aria-hidden />}
        onClick={() => {
          save(`${fileName}.csv`, "text/csv;charset=utf-8", toCsv(data));
        }}
      >
        CSV
      </Button>
      <Button
        size="sm"
        variant="quiet"
        aria-label={`${label} as a JSON file`}
        onClick={() => {
          save(`${fileName}.json`, "application/json", `${JSON.stringify(data, null, 2)}\n`);
        }}
      >
        JSON
      </Button>
    </span>
  );
}

function save(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
