import { Badge } from "@/components/ui/status-mark";
import type { SetKind } from "@/server/problems/problems.schema";

/** What each kind of set is for, in one sentence. */
export const KIND_MEANING: Readonly<Record<SetKind, string>> = {
  training: "Runs take problems from it.",
  benchmark: "It only measures models: no run takes problems from it.",
  starter: "Made by this app from its own templates; runs take problems from it.",
};

export function SetKindBadge({ kind }: { readonly kind: SetKind }) {
  return <Badge title={KIND_MEANING[kind]}>{kind}</Badge>;
}
