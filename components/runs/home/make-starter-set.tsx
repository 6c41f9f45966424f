"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";
import { ErrorState } from "@/components/ui/states";
import { toast } from "@/components/ui/toaster";

/** Makes the app's own problems in one click. */
export function MakeStarterSet() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const make = useMutation(
    trpc.problems.generateStarter.mutationOptions({
      onSuccess: async ({ name, added }) => {
        toast.success(`${name}: ${formatCount(added, "problem")} made.`);
        await queryClient.invalidateQueries();
      },
    }),
  );
  return (
    <>
      <Button
        variant="primary"
        pending={make.isPending}
        onClick={() => {
          make.mutate({});
        }}
      >
        Make a starter set
      </Button>
      {make.error === null ? null : <ErrorState compact error={make.error} />}
    </>
  );
}
