import type { Metadata } from "next";
import { NewPasswordForm } from "@/components/accounts/new-password-form";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page";
import { serverCaller } from "@/server/trpc/rsc";

export const metadata: Metadata = { title: "New password" };

interface Props {
  readonly params: Promise<{ token: string }>;
}

export default async function Page({ params }: Props) {
  const { token } = await params;
  const caller = await serverCaller();
  const person = await caller.accounts.newPasswordFor({ token });
  if (person === null) {
    return (
      <>
        <PageHeader
          title="This link leads no further"
          lede="It is used, replaced by a newer one, or too old."
        />
        <p className="mb-6 text-ink-soft">Ask an administrator for a new one.</p>
        <LinkButton href="/">Go to the workbench</LinkButton>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title="Choose a new password"
        lede={`For ${person.name}. Every browser that is signed in by the old one is signed out.`}
      />
      <NewPasswordForm token={token} email={person.email} />
    </>
  );
}
