"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { formatInteger } from "@/components/ui/format";
import { ErrorState } from "@/components/ui/states";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import { ImportedMark } from "./imported-mark";
import { SetKindBadge } from "./set-kind";
import type { ImportWayProps } from "./types";
import { useImported } from "./use-imported";

/** Public datasets at one fixed revision each, checked by their SHA-256. */
export function ImportHuggingFace({ sources, onReport }: ImportWayProps) {
  const trpc = useTRPC();
  const onSuccess = useImported(onReport);
  const bring = useMutation(trpc.problems.importHuggingFace.mutationOptions({ onSuccess }));
  const current = bring.isPending ? bring.variables.dataset : null;
  return (
    <>
      <p className="mb-2 max-w-prose text-ink-soft">
        Downloaded from huggingface.co at a fixed revision and checked before use. This needs the network.
      </p>
      {bring.error === null ? null : <ErrorState error={bring.error} />}
      <Table label="Datasets on Hugging Face" minWidth="44rem">
        <THead>
          <Th>Dataset</Th>
          <Th>Use</Th>
          <Th align="right">Problems</Th>
          <Th>Repository and revision</Th>
          <Th>State</Th>
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        </THead>
        <TBody>
          {sources.huggingFace.map(({ id, name, kind, rows, repository, revision, set }) => (
            <Tr key={id}>
              <Td nowrap>{name}</Td>
              <Td nowrap>{kind === null ? null : <SetKindBadge kind={kind} />}</Td>
              <Td align="right">{formatInteger(rows)}</Td>
              <Td>
                <code className="font-mono text-sm" title={revision}>
                  {repository}@{revision.slice(0, 8)}
                </code>
              </Td>
              <Td nowrap>
                <ImportedMark set={set} />
              </Td>
              <Td align="right">
                <Button
                  size="sm"
                  pending={current === id}
                  disabled={bring.isPending && current !== id}
                  onClick={() => {
                    bring.mutate({ dataset: id });
                  }}
                >
                  {set === null ? "Download" : "Download again"}
                </Button>
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </>
  );
}
