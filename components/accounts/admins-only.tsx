"use client";

import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import { useMe } from "./use-me";

/** What only administrators read; anybody else is told why it is not here. */
export function AdminsOnly({ children }: { readonly children: ReactNode }) {
  const { can, me } = useMe();
  if (can("admin")) return children;
  return (
    <EmptyState
      title="Administrators only"
      action={<LinkButton href="/settings/account">Go to your account</LinkButton>}
    >
      {me === null ? null : `Your role is ${me.role}. An administrator can change it.`}
    </EmptyState>
  );
}
