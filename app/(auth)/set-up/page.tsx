import type { Metadata } from "next";
import { ClosedLink } from "@/components/accounts/closed-link";
import { LinkForm } from "@/components/accounts/link-form";
import { PageHeader } from "@/components/ui/page";
import { serverCaller } from "@/server/trpc/rsc";

export const metadata: Metadata = { title: "Set up" };

interface Props {
  readonly searchParams: Promise<{ token?: string | string[] }>;
}

export default async function Page({ searchParams }: Props) {
  const { token } = await searchParams;
  if (typeof token !== "string" || token === "") return <ClosedLink kind="set-up" state="unknown" />;
  const caller = await serverCaller();
  const { state, kind } = await caller.accounts.link({ token });
  if (kind !== "set-up") return <ClosedLink kind="set-up" state={state} />;
  return (
    <>
      <PageHeader
        title="Become the administrator"
        lede="What was done on this machine so far stays yours. From now on everybody signs in, and you can invite others."
      />
      <LinkForm kind="set-up" token={token} />
    </>
  );
}
