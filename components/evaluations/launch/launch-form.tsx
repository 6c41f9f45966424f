"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Gauge } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { FormProvider, useForm, useFormState } from "react-hook-form";
import { plainIssue } from "@/components/runs/launch/plain-issue";
import { useTRPC } from "@/components/trpc/client";
import { Button, LinkButton } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";
import { Section } from "@/components/ui/page";
import { ErrorState } from "@/components/ui/states";
import { launchEvaluationsSchema, type LaunchEvaluations } from "@/server/evaluations/evaluations.schema";
import { evaluationPath, evaluationsPath } from "../paths";
import { ChoiceList } from "./choice-list";
import { EstimateNote } from "./estimate-note";
import { canEvaluate, isBenchmark, type BenchmarkChoice, type ModelChoice } from "./initial-launch";
import { isLaunchField, LAUNCH_FIELDS, type LaunchField, type LaunchInput } from "./launch-input";
import { ProtocolFields } from "./protocol-fields";
import { StandsSection } from "./stands-section";

interface LaunchFormProps {
  readonly initial: LaunchEvaluations;
  readonly models: readonly ModelChoice[];
  readonly benchmarks: readonly BenchmarkChoice[];
}

/** Models, benchmarks and a protocol: one evaluation is launched of each pair. What the server refuses stands at its field. */
export function LaunchForm({ initial, ...first }: LaunchFormProps) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { data: models = first.models } = useQuery(trpc.models.list.queryOptions());
  const { data: sets = first.benchmarks } = useQuery(trpc.problems.sets.list.queryOptions());
  const benchmarks = sets.filter(isBenchmark);
  const ready = models.filter(canEvaluate);
  const form = useForm<LaunchInput, unknown, LaunchEvaluations>({
    resolver: zodResolver(launchEvaluationsSchema, { error: plainIssue }),
    defaultValues: initial,
    mode: "onTouched",
  });
  const launch = useMutation(
    trpc.evaluations.launch.mutationOptions({
      onSuccess: async ({ batchId, evaluations }) => {
        const [only] = evaluations;
        router.push(
          only !== undefined && evaluations.length === 1
            ? evaluationPath(only.id)
            : evaluationsPath({ batch: batchId }),
        );
        await queryClient.invalidateQueries(trpc.evaluations.list.queryFilter());
      },
      onError: (error) => {
        const field = error.data?.field ?? "";
        if (!isLaunchField(field)) return;
        const fix = error.data?.fix ?? "";
        form.setError(field, { type: "server", message: `${error.message} ${fix}`.trim() });
      },
    }),
  );
  const general = isLaunchField(launch.error?.data?.field ?? "") ? null : launch.error;
  return (
    <FormProvider {...form}>
      <form
        noValidate
        className="max-w-4xl"
        onSubmit={(event) => {
          event.preventDefault();
          form
            .handleSubmit((values) => {
              launch.mutate(values);
            })()
            .catch(() => undefined);
        }}
      >
        <Section title="Models and benchmarks" lede="One evaluation is made of each model on each benchmark.">
          <div className="grid gap-x-10 gap-y-4 md:grid-cols-2">
            <ChoiceList
              path="modelIds"
              legend="Models"
              help={<NotReady count={models.length - ready.length} />}
              choices={ready.map(({ id, name, kind }) => ({ id, name, note: kind.replaceAll("-", " ") }))}
              none={
                <p className="flex flex-wrap items-center gap-3">
                  No model is ready. <LinkButton href="/models">Add a model</LinkButton>
                </p>
              }
            />
            <ChoiceList
              path="benchmarkIds"
              legend="Benchmarks"
              help="Never trained on: they are kept apart from problem sets for runs."
              choices={benchmarks.map(({ id, name, problemCount }) => ({
                id,
                name,
                note: formatCount(problemCount, "problem"),
              }))}
              none={
                <p className="flex flex-wrap items-center gap-3">
                  There is no benchmark yet. <LinkButton href="/problems">Import one</LinkButton>
                </p>
              }
            />
          </div>
        </Section>
        <ProtocolFields />
        <StandsSection benchmarks={benchmarks} />
        <div className="sticky bottom-0 z-20 mt-8 flex flex-wrap items-center gap-x-5 gap-y-2 border-t border-rule bg-paper py-4">
          <Button
            type="submit"
            variant="primary"
            icon={<Gauge size={15} aria-hidden />}
            pending={launch.isPending || launch.isSuccess}
          >
            Start evaluating
          </Button>
          <EstimateNote />
          <Faults />
          {general === null ? null : <ErrorState compact error={general} />}
        </div>
      </form>
    </FormProvider>
  );
}

function NotReady({ count }: { readonly count: number }) {
  if (count === 0) return "Each that is ready and writes solutions.";
  return (
    <>
      Each that is ready and writes solutions; {formatCount(count, "other is", "others are")} on{" "}
      <Link href="/models" className="link">
        Models
      </Link>
      .
    </>
  );
}

/** Beside the button: which fields must be mended, since they may be out of sight. */
function Faults() {
  const { errors } = useFormState<LaunchInput>();
  const faulty = Object.keys(LAUNCH_FIELDS).filter(
    (name): name is LaunchField => isLaunchField(name) && errors[name] !== undefined,
  );
  return (
    <p role="alert" className="text-sm text-danger">
      {faulty.length === 0 ? null : `To be mended: ${faulty.map((name) => LAUNCH_FIELDS[name]).join(", ")}.`}
    </p>
  );
}
