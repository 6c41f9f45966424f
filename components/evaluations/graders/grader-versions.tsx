"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { OnlyFor } from "@/components/accounts/only-for";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { formatCount, formatInteger } from "@/components/ui/format";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { Badge } from "@/components/ui/status-mark";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import { toast } from "@/components/ui/toaster";

const WHILE_UNDER_WAY_MS = 1_500;
const OTHERWISE_MS = 30_000;

/** Each grader with what it judged, and the button that has the current one judge the rest. */
export function GraderVersions() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const graders = useQuery(
    trpc.evaluations.graders.queryOptions(undefined, {
      refetchInterval: ({ state }) => ((state.data?.underWay ?? 0) > 0 ? WHILE_UNDER_WAY_MS : OTHERWISE_MS),
    }),
  );
  const rescore = useMutation(
    trpc.evaluations.rescore.mutationOptions({
      onSuccess: async ({ asked }) => {
        toast.success(`${formatCount(asked, "evaluation")} will be graded anew.`);
        await client.invalidateQueries({ queryKey: trpc.evaluations.pathKey() });
      },
    }),
  );
  if (graders.isPending) return <SkeletonRows rows={2} label="Reading the graders" />;
  if (graders.isError) {
    return (
      <ErrorState
        title="The graders could not be read"
        error={graders.error}
        retrying={graders.isFetching}
        onRetry={() => {
          graders.refetch().catch(() => undefined);
        }}
      />
    );
  }
  const { current, versions, evaluations, behind, underWay } = graders.data;
  const known = versions.some(({ version }) => version === current);
  const rows = known ? versions : [{ version: current, evaluations: 0, verdicts: 0 }, ...versions];
  return (
    <>
      <Table label="Graders">
        <THead>
          <Th>Grader</Th>
          <Th align="right">Evaluations</Th>
          <Th align="right">Answers judged</Th>
        </THead>
        <TBody>
          {rows.map(({ version, ...judged }) => (
            <Tr key={version}>
              <Td>
                <span className="mr-2 tabular-nums">{version}</span>
                {version === current ? (
                  <Badge title="The grader of this version of the app">current</Badge>
                ) : null}
              </Td>
              <Td align="right">{formatInteger(judged.evaluations)}</Td>
              <Td align="right">{formatInteger(judged.verdicts)}</Td>
            </Tr>
          ))}
        </TBody>
      </Table>
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-0" aria-live="polite">
          {behind.length === 0
            ? upToDate(evaluations)
            : `${formatInteger(behind.length)} of ${formatCount(evaluations, "evaluation")} ${behind.length === 1 ? "has" : "have"} answers that the current grader has not judged.`}
          {underWay === 0
            ? null
            : ` The numbers of ${formatCount(underWay, "evaluation")} are being made anew.`}
        </p>
        {behind.length === 0 ? null : (
          <OnlyFor least="runner" explained>
            <Button
              icon={<RotateCw size={14} aria-hidden />}
              pending={rescore.isPending}
              onClick={() => {
                rescore.mutate({ evaluationIds: null });
              }}
            >
              Grade {behind.length === 1 ? "it" : "them"} anew
            </Button>
          </OnlyFor>
        )}
      </div>
      {rescore.error === null ? null : (
        <ErrorState title="They could not be graded anew" error={rescore.error} compact />
      )}
    </>
  );
}

function upToDate(evaluations: number): string {
  if (evaluations === 0) return "No answers have been judged yet.";
  return evaluations === 1
    ? "The current grader has judged all answers of the one evaluation."
    : `The current grader has judged all answers of all ${formatInteger(evaluations)} evaluations.`;
}
