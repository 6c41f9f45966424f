"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import { useMe } from "@/components/accounts/use-me";
import { useTRPC } from "@/components/trpc/client";
import { mayAct } from "@/server/accounts/accounts.schema";
import { personName } from "./person-name";

/**
 * Whom items can be given to. Administrators choose among all who may decide; others, who see no names, among those
 * who work on the campaign already.
 */
export function useAssignable(
  campaignId: string,
): readonly { readonly value: string; readonly label: string }[] {
  const trpc = useTRPC();
  const { me, can } = useMe();
  const everybody = useQuery({
    ...trpc.accounts.people.queryOptions(),
    ...(can("admin") ? {} : { queryFn: skipToken }),
  });
  const here = useQuery(trpc.review.campaigns.people.queryOptions({ campaignId }));
  if (everybody.data !== undefined) {
    return everybody.data
      .filter(({ role, disabled }) => !disabled && mayAct(role, "annotator"))
      .map(({ id, name }) => ({ value: id, label: id === me?.id ? `${name} (you)` : name }));
  }
  const known = (here.data ?? []).map((person, index) => ({
    value: person.userId,
    label: personName(person, index),
  }));
  return me === null || known.some(({ value }) => value === me.id)
    ? known
    : [{ value: me.id, label: `${me.name} (you)` }, ...known];
}
