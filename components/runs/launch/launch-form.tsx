"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Play } from "lucide-react";
import { useRouter } from "next/navigation";
import { FormProvider, useForm } from "react-hook-form";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/states";
import { launchRunSchema, type LaunchRun, type LaunchRunInput } from "@/server/runs/runs.schema";
import { runPath } from "../run-paths";
import { AdvancedFields } from "./advanced-fields";
import { FieldFaults } from "./field-faults";
import { plainIssue } from "./plain-issue";
import { PresetChoice } from "./preset-choice";
import { serverFieldError } from "./server-error";
import { WhatFields } from "./what-fields";

/** The form of a new run, made from its schema. What the server refuses stands at its field. */
export function LaunchForm({ initial }: { readonly initial: LaunchRun }) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const form = useForm<LaunchRunInput, unknown, LaunchRun>({
    resolver: zodResolver(launchRunSchema, { error: plainIssue }),
    defaultValues: initial,
    mode: "onTouched",
  });
  const launch = useMutation(
    trpc.runs.launch.mutationOptions({
      onSuccess: (run) => {
        queryClient.setQueryData(trpc.runs.get.queryKey({ runId: run.id }), run);
        router.push(runPath(run.id));
      },
      onError: (error) => {
        const found = serverFieldError(error);
        if (found !== null) form.setError(found.path, { type: "server", message: found.message });
      },
    }),
  );
  const general = launch.error !== null && serverFieldError(launch.error) === null ? launch.error : null;
  return (
    <FormProvider {...form}>
      <form
        noValidate
        className="max-w-4xl"
        onSubmit={(event) => {
          form
            .handleSubmit((values) => {
              launch.mutate(values);
            })(event)
            .catch(() => undefined);
        }}
      >
        <PresetChoice />
        <WhatFields />
        <AdvancedFields />
        <div className="sticky bottom-0 z-20 mt-8 flex flex-wrap items-center gap-x-5 gap-y-2 border-t border-rule bg-paper py-4">
          <Button
            type="submit"
            variant="primary"
            icon={<Play size={15} aria-hidden />}
            pending={launch.isPending || launch.isSuccess}
          >
            Start the run
          </Button>
          <FieldFaults />
          {general === null ? null : <ErrorState compact error={general} />}
        </div>
      </form>
    </FormProvider>
  );
}
