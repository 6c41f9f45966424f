import type { ReactNode } from "react";
import { OutboxNote } from "@/components/review/item/outbox/outbox-note";
import { OutboxProvider } from "@/components/review/item/outbox/outbox-provider";

/** Around all pages of review: what a person decided is sent, whichever of them is open. */
export default function ReviewLayout({ children }: { readonly children: ReactNode }) {
  return (
    <OutboxProvider>
      <OutboxNote />
      {children}
    </OutboxProvider>
  );
}
