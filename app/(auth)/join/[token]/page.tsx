import type { Metadata } from "next";
import { ClosedLink } from "@/components/accounts/closed-link";
import { LinkForm } from "@/components/accounts/link-form";
import { roleSentence } from "@/components/accounts/role-words";
import { PageHeader } from "@/components/ui/page";
import { serverCaller } from "@/server/trpc/rsc";

export const metadata: Metadata = { title: "Join" };

interface Props {
  readonly params: Promise<{ token: string }>;
}

export default async function Page({ params }: Props) {
  const { token } = await params;
  const caller = await serverCaller();
  const { state, kind, role, invitedBy } = await caller.accounts.link({ token });
  if (kind !== "invite" || role === null) return <ClosedLink kind="invite" state={state} />;
  const invitation = invitedBy === null ? "You are invited" : `${invitedBy} invites you`;
  return (
    <>
      <PageHeader title="Join the workbench" lede={`${invitation} as ${role}. ${roleSentence(role)}`} />
      <LinkForm kind="invite" token={token} />
    </>
  );
}
