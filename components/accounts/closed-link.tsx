import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page";
import type { InvitationState } from "@/server/accounts/accounts.schema";

const REASONS: Readonly<Record<InvitationState, string>> = {
  open: "It is good for something else.",
  used: "It was used already. Each is good for one person, once.",
  revoked: "It was taken back.",
  expired: "It is too old.",
  unknown: "The app knows no such link. It may have been cut when it was copied.",
};

interface ClosedLinkProps {
  readonly kind: "set-up" | "invite";
  readonly state: InvitationState;
}

/** In the place of the form where a one-time link is not open, with what to do. */
export function ClosedLink({ kind, state }: ClosedLinkProps) {
  return (
    <>
      <PageHeader title="This link leads no further" lede={REASONS[state]} />
      <p className="mb-6 text-ink-soft">
        {kind === "set-up"
          ? "Start the app again: while no administrator has a password, the terminal prints a new one each time."
          : "Ask whoever sent it for a new one."}
      </p>
      <LinkButton href="/">Go to the workbench</LinkButton>
    </>
  );
}
