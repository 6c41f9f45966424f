"use client";

import { useMutation } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/states";
import { useTRPC } from "@/components/trpc/client";
import type { ImportReport } from "./types";
import { useImported } from "./use-imported";

const SEED = 1;
const COUNT = 200;

/** One click from nothing to a set that a run can use. */
export function MakeStarterButton({ onReport }: { readonly onReport: (report: ImportReport) => void }) {
  const trpc = useTRPC();
  const onSuccess = useImported(onReport);
  const make = useMutation(trpc.problems.generateStarter.mutationOptions({ onSuccess }));
  return (
    <>
      <Button
        variant="primary"
        pending={make.isPending}
        onClick={() => {
          make.mutate({ seed: SEED, count: COUNT });
        }}
      >
        Make a starter set
      </Button>
      {make.error === null ? null : <ErrorState error={make.error} compact />}
    </>
  );
}
