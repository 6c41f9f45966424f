"use client";

import type { ReactNode } from "react";
import { useMe } from "@/components/accounts/use-me";
import type { Role } from "@/server/accounts/accounts.schema";

/** What only people of a role can use; the server refuses the others in any case. */
export function RoleOnly({ needs, children }: { readonly needs: Role; readonly children: ReactNode }) {
  const { can } = useMe();
  return can(needs) ? children : null;
}
