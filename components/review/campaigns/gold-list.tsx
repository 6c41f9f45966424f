"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { MathText } from "@/components/math";
import { useTRPC } from "@/components/trpc/client";
import { Button, LinkButton } from "@/components/ui/button";
import { formatInteger } from "@/components/ui/format";
import { StageMark } from "@/components/ui/marks";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/ui/states";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import { toast } from "@/components/ui/toaster";
import type { CampaignView } from "@/server/review/queue-view.schema";
import { itemPath, itemsPath } from "../paths";
import { KIND_WORDS, VERDICT_WORDS } from "../words";

const STATEMENT_LIMIT = 140;

/** The items whose right decision is known, and how often people found it. */
export function GoldList({ campaign }: { readonly campaign: CampaignView }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const gold = useQuery(trpc.review.campaigns.gold.queryOptions({ campaignId: campaign.id }));
  const set = useMutation(
    trpc.review.gold.set.mutationOptions({
      onSuccess: async ({ number }) => {
        toast.success(`Item ${number} is no gold item any more.`);
        await queryClient.invalidateQueries(trpc.review.pathFilter());
      },
      onError: ({ message }) => {
        toast.error(message);
      },
    }),
  );
  if (gold.data === undefined) {
    return gold.error === null ? (
      <SkeletonRows rows={5} label="Loading the gold items" />
    ) : (
      <ErrorState
        title="The gold items could not be read"
        error={gold.error}
        retrying={gold.isFetching}
        onRetry={() => {
          gold.refetch().catch(() => undefined);
        }}
      />
    );
  }
  if (gold.data.length === 0) {
    return (
      <EmptyState
        title="No gold items"
        action={<LinkButton href={itemsPath({ campaignId: campaign.id })}>Choose items</LinkButton>}
      >
        Open an item whose right decision you know, and set it as gold there. Annotators are shown gold items
        among the others and are not told.
      </EmptyState>
    );
  }
  return (
    <>
      {campaign.goldEvery === null ? (
        <p className="mb-3 text-ink-soft">
          None of them is shown: in the settings, say how often a gold item comes.
        </p>
      ) : null}
      <Table label="Gold items" minWidth="44rem">
        <THead>
          <Th width="4rem" align="right">
            Item
          </Th>
          <Th>Problem</Th>
          <Th width="8rem">What</Th>
          <Th width="7rem">Right is</Th>
          <Th width="7rem" align="right">
            Found
          </Th>
          <Th width="6rem" align="right">
            <span className="sr-only">Remove</span>
          </Th>
        </THead>
        <TBody>
          {gold.data.map((item) => (
            <Tr key={item.number}>
              <Td align="right">
                <Link
                  href={itemPath(item.number, { campaignId: campaign.id })}
                  prefetch={false}
                  aria-label={`Item ${item.number}`}
                  className="link"
                >
                  {item.number}
                </Link>
              </Td>
              <Td>
                <span className="line-clamp-2">
                  <MathText inline text={item.statement} limit={STATEMENT_LIMIT} />
                </span>
              </Td>
              <Td nowrap>
                <span className="flex items-center gap-1.5">
                  <StageMark stage={item.stage} label="short" />
                  {KIND_WORDS[item.kind]}
                </span>
              </Td>
              <Td>{VERDICT_WORDS[item.verdict].done}</Td>
              <Td align="right" nowrap>
                {item.decided === 0
                  ? "nobody yet"
                  : `${formatInteger(item.right)} of ${formatInteger(item.decided)}`}
              </Td>
              <Td align="right">
                <Button
                  size="sm"
                  variant="quiet"
                  aria-label={`Item ${item.number} is no gold item`}
                  pending={set.isPending && set.variables.number === item.number}
                  onClick={() => {
                    set.mutate({ number: item.number, verdict: null });
                  }}
                >
                  Remove
                </Button>
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </>
  );
}
