"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import type { ImportReport } from "./types";

/** What every import does once it has ended: show its report and read the sets anew. */
export function useImported(
  onReport: (report: ImportReport) => void,
): (report: ImportReport) => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async (report) => {
    onReport(report);
    await queryClient.invalidateQueries({ queryKey: trpc.problems.pathKey() });
  };
}
