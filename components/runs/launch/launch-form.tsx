"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { FlaskConical, Play } from "lucide-react";
import { useRouter } from "next/navigation";
import { parseAsString, useQueryState } from "nuqs";
import { useEffect, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/states";
import type { LaunchRun, LaunchRunInput } from "@/server/runs/runs.schema";
import { runPath } from "../run-paths";
import { keepDraft, readDraft } from "./draft";
import { EstimateNote } from "./estimate-note";
import { FieldFaults } from "./field-faults";
import { fillUnread } from "./fill-unread";
import { LaunchFields } from "./launch-fields";
import { launchFormSchema } from "./launch-form-schema";
import type { LaunchSource } from "./launch-source";
import { plainIssue } from "./plain-issue";
import { SameProblems } from "./same-problems";
import { serverFieldError } from "./server-error";
import { TryView } from "./try-view";

const resolve = zodResolver(launchFormSchema, { error: plainIssue });

interface LaunchFormProps {
  readonly initial: LaunchRun;
  /** The run whose choices the form begins with. */
  readonly source: LaunchSource | null;
}

/** The form of a new run, made from its schema. What the server refuses stands at its field. */
export function LaunchForm({ initial, source }: LaunchFormProps) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [tried, setTried] = useQueryState(
    "try",
    parseAsString.withOptions({ history: "push", scroll: true }),
  );
  const [triedAtFirst] = useState(tried);
  const [sameProblems, setSameProblems] = useState(source?.sameProblems ?? false);
  /** Another set has none of the problems. */
  const problemsFor = (setId: string): string | null =>
    source !== null && sameProblems && setId === source.problemSetId ? source.id : null;
  const form = useForm<LaunchRunInput, unknown, LaunchRun>({
    resolver: (values, context, options) => resolve(fillUnread(values), context, options),
    defaultValues: initial,
    mode: "onTouched",
  });
  useEffect(() => {
    const draft = triedAtFirst === null ? null : readDraft(sessionStorage, triedAtFirst);
    if (draft !== null) form.reset(draft);
  }, [form, triedAtFirst]);
  const onError = (error: Parameters<typeof serverFieldError>[0]): void => {
    const found = serverFieldError(error);
    if (found !== null) form.setError(found.path, { type: "server", message: found.message });
  };
  const launch = useMutation(
    trpc.runs.launch.mutationOptions({
      onSuccess: (run) => {
        queryClient.setQueryData(trpc.runs.get.queryKey({ runId: run.id }), run);
        router.push(runPath(run.id));
      },
      onError,
    }),
  );
  const dryRun = useMutation(trpc.runs.dryRun.mutationOptions({ onError }));
  const general = [launch.error, dryRun.error].find(
    (error) => error !== null && serverFieldError(error) === null,
  );
  const submit = (send: (values: LaunchRun) => void): void => {
    form
      .handleSubmit(send)()
      .catch(() => undefined);
  };
  const onTry = (values: LaunchRun): void => {
    dryRun.mutate(
      { ...values, problemsOfRunId: problemsFor(values.problemSetId) },
      {
        onSuccess: ({ id }) => {
          keepDraft(sessionStorage, id, values);
          setTried(id).catch(() => undefined);
        },
      },
    );
  };
  return (
    <FormProvider {...form}>
      {tried === null ? null : (
        <TryView
          key={tried}
          runId={tried}
          onBack={() => {
            setTried(null).catch(() => undefined);
          }}
        />
      )}
      <form
        noValidate
        hidden={tried !== null}
        className="max-w-4xl"
        onSubmit={(event) => {
          event.preventDefault();
          submit((values) => {
            launch.mutate({
              ...values,
              clonedFromId: source?.id ?? null,
              problemsOfRunId: problemsFor(values.problemSetId),
            });
          });
        }}
      >
        <LaunchFields>
          {source === null ? null : (
            <SameProblems source={source} checked={sameProblems} onCheckedChange={setSameProblems} />
          )}
        </LaunchFields>
        <div className="sticky bottom-0 z-20 mt-8 flex flex-wrap items-center gap-x-5 gap-y-2 border-t border-rule bg-paper py-4">
          <div className="flex flex-wrap gap-2">
            <Button
              type="submit"
              variant="primary"
              icon={<Play size={15} aria-hidden />}
              pending={launch.isPending || launch.isSuccess}
            >
              Start the run
            </Button>
            <Button
              icon={<FlaskConical size={14} aria-hidden />}
              pending={dryRun.isPending}
              title="Runs these settings on one problem first; nothing of it is counted"
              onClick={() => {
                submit(onTry);
              }}
            >
              Try one problem
            </Button>
          </div>
          <EstimateNote problemsFor={problemsFor} />
          <FieldFaults />
          {general === undefined || general === null ? null : <ErrorState compact error={general} />}
        </div>
      </form>
    </FormProvider>
  );
}
