"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useTRPC } from "@/components/trpc/client";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { Tabs } from "@/components/ui/tabs";
import { ImportFolder } from "./import-folder";
import { ImportHuggingFace } from "./import-hugging-face";
import { ImportPath } from "./import-path";
import { ImportStarter } from "./import-starter";
import { ImportUpload } from "./import-upload";
import type { ImportReport } from "./types";

const WAYS = ["folder", "upload", "path", "hugging-face", "starter"] as const;

/** The five ways in; which one is open is kept in the URL. */
export function ImportPanel({ onReport }: { readonly onReport: (report: ImportReport) => void }) {
  const trpc = useTRPC();
  const sources = useQuery(trpc.problems.sources.queryOptions());
  const [chosen, setChosen] = useQueryState("from", parseAsStringLiteral(WAYS));
  if (sources.isPending) return <SkeletonRows rows={5} label="Looking for files to import" />;
  if (sources.isError)
    return (
      <ErrorState
        title="What can be imported could not be read"
        error={sources.error}
        retrying={sources.isFetching}
        onRetry={() => void sources.refetch()}
      />
    );
  const ways = { sources: sources.data, onReport };
  return (
    <Tabs
      label="Ways to bring in problems"
      value={chosen ?? (sources.data.folder.path === null ? "upload" : "folder")}
      onValueChange={(way) => void setChosen(way)}
      items={[
        { value: "folder", label: "Data folder", content: <ImportFolder {...ways} /> },
        { value: "upload", label: "Upload", content: <ImportUpload {...ways} /> },
        { value: "path", label: "Path on the server", content: <ImportPath {...ways} /> },
        { value: "hugging-face", label: "Hugging Face", content: <ImportHuggingFace {...ways} /> },
        { value: "starter", label: "Starter set", content: <ImportStarter {...ways} /> },
      ]}
    />
  );
}
