import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/router";

type Accounts = inferRouterOutputs<AppRouter>["accounts"];

export type Person = Accounts["people"][number];
export type Invitation = Accounts["invitations"][number];
export type AuditLine = Accounts["audit"]["lines"][number];
