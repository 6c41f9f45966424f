"use client";

import type { ReactNode } from "react";
import type { Role } from "@/server/accounts/accounts.schema";
import { useMe } from "./use-me";

interface OnlyForProps {
  /** The least role that may; those above it may too. */
  readonly least: Role;
  /** Says why it is not there, where its absence would surprise. */
  readonly explained?: boolean;
  readonly children: ReactNode;
}

/** What only people of a role, or above it, can do; the server refuses it to others whatever is shown. */
export function OnlyFor({ least, explained = false, children }: OnlyForProps) {
  const { can, why } = useMe();
  if (can(least)) return children;
  const reason = why(least);
  return explained && reason !== undefined ? <p className="text-sm text-ink-soft">{reason}</p> : null;
}
