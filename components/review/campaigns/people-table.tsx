"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { formatInteger, UNKNOWN } from "@/components/ui/format";
import { Progress } from "@/components/ui/progress";
import { RelativeTime } from "@/components/ui/relative-time";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/ui/states";
import { Table, TBody, Td, Th, THead, Tr } from "@/components/ui/table";
import type { CampaignView } from "@/server/review/queue-view.schema";
import { personName } from "./person-name";

/** Who has decided how much, who has what before them, and when each was last at work. */
export function PeopleTable({ campaign }: { readonly campaign: CampaignView }) {
  const trpc = useTRPC();
  const people = useQuery(trpc.review.campaigns.people.queryOptions({ campaignId: campaign.id }));
  if (people.data === undefined) {
    return people.error === null ? (
      <SkeletonRows rows={3} label="Loading the people" />
    ) : (
      <ErrorState
        title="The people could not be read"
        error={people.error}
        retrying={people.isFetching}
        onRetry={() => {
          people.refetch().catch(() => undefined);
        }}
      />
    );
  }
  if (people.data.length === 0) {
    return (
      <EmptyState title="Nobody yet">Whoever decides on an item, or is given some, stands here.</EmptyState>
    );
  }
  return (
    <Table label="People of the campaign" minWidth="44rem">
      <THead>
        <Th width="14rem">Person</Th>
        <Th>Decided</Th>
        <Th align="right" width="6rem">
          Skipped
        </Th>
        <Th align="right" width="6rem">
          Assigned
        </Th>
        <Th align="right" width="8rem">
          In front of them
        </Th>
        <Th align="right" width="8rem">
          Last act
        </Th>
      </THead>
      <TBody>
        {people.data.map((person, index) => (
          <Tr key={person.userId}>
            <Td>
              <bdi className="wrap-anywhere">{personName(person, index)}</bdi>
            </Td>
            <Td>
              <Progress
                label={`Decided by ${personName(person, index)}`}
                labelHidden
                value={person.decided}
                max={campaign.progress.total}
              />
            </Td>
            <Td align="right">{formatInteger(person.skipped)}</Td>
            <Td align="right">{formatInteger(person.assigned)}</Td>
            <Td align="right">{formatInteger(person.held)}</Td>
            <Td align="right" nowrap>
              {person.lastAt === null ? UNKNOWN : <RelativeTime at={person.lastAt} />}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
