"use client";

/**
 * `components/accounts` owns who you are in the page: sign-in, set-up, people, sessions, audit log. It reads the API
 * by its types and `*.schema.ts`; it never imports a service or `db`.
 */
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { mayAct, type Me, type Role } from "@/server/accounts/accounts.schema";

interface WhoIAm {
  /** Null until it is known, and where nobody is signed in. */
  readonly me: Me | null;
  readonly name: string | null;
  readonly role: Role | null;
  /** Whether I may do what the role may; false until it is known who I am. */
  readonly can: (role: Role) => boolean;
  /** Why I may not, for the title of a disabled button; undefined where I may. */
  readonly why: (role: Role) => string | undefined;
}

/** The person at this browser. The shell reads it before the page is sent, so that no button flickers. */
export function useMe(): WhoIAm {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.accounts.me.queryOptions(undefined, { staleTime: 60_000 }));
  const me = data ?? null;
  const can = (role: Role): boolean => me !== null && mayAct(me.role, role);
  return {
    me,
    name: me?.name ?? null,
    role: me?.role ?? null,
    can,
    why: (role) =>
      me === null || can(role) ? undefined : `This needs the role ${role}; yours is ${me.role}.`,
  };
}
