import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { returnPath } from "@/components/accounts/return-path";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { PageHeader } from "@/components/ui/page";
import { serverCaller } from "@/server/trpc/rsc";

export const metadata: Metadata = { title: "Sign in" };

interface Props {
  readonly searchParams: Promise<{ return?: string | string[] }>;
}

export default async function Page({ searchParams }: Props) {
  const next = returnPath((await searchParams).return);
  const caller = await serverCaller();
  if ((await caller.accounts.me()) !== null) redirect(next);
  return (
    <>
      <PageHeader title="Sign in" />
      <SignInForm next={next} />
    </>
  );
}
