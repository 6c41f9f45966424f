"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useMe } from "@/components/accounts/use-me";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/states";
import { toast } from "@/components/ui/toaster";
import { saveReasonsSchema } from "@/server/review/campaigns.schema";
import type { ReasonView } from "@/server/review/queue-view.schema";
import { newActId } from "../new-act-id";
import { codeOf, draftsOf, moved, toSave, type ReasonDraft } from "./reason-draft";
import { ReasonRow } from "./reason-row";

/** Order, words, and which reasons are offered; saved all at once. */
export function ReasonsForm({ reasons }: { readonly reasons: readonly ReasonView[] }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { can, why } = useMe();
  const [drafts, setDrafts] = useState(() => draftsOf(reasons));
  const [saved, setSaved] = useState(() => JSON.stringify(toSave(drafts)));
  const save = useMutation(
    trpc.review.reasons.save.mutationOptions({
      onSuccess: async (list) => {
        const next = draftsOf(list);
        setDrafts(next);
        setSaved(JSON.stringify(toSave(next)));
        toast.success("The reasons are saved.");
        await queryClient.invalidateQueries(trpc.review.pathFilter());
      },
    }),
  );
  const mayEdit = can("runner");
  const checked = saveReasonsSchema.safeParse({ reasons: toSave(drafts) });
  const change = (key: string, next: Partial<ReasonDraft>): void => {
    setDrafts(
      drafts.map((draft) => {
        if (draft.key !== key) return draft;
        const changed = { ...draft, ...next };
        return changed.isNew ? { ...changed, code: codeOf(changed.label) } : changed;
      }),
    );
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (checked.success) save.mutate(checked.data);
      }}
    >
      <ol aria-label="Reason codes" className="border-t border-rule">
        {drafts.map((draft, index) => (
          <ReasonRow
            key={draft.key}
            draft={draft}
            first={index === 0}
            last={index === drafts.length - 1}
            disabled={!mayEdit}
            onChange={(next) => {
              change(draft.key, next);
            }}
            onMove={(by) => {
              setDrafts(moved(drafts, draft.key, by));
            }}
            onRemove={() => {
              setDrafts(drafts.filter(({ key }) => key !== draft.key));
            }}
          />
        ))}
      </ol>
      {mayEdit ? (
        <div className="mt-4 flex flex-wrap items-center gap-3">
          <Button
            icon={<Plus size={15} aria-hidden />}
            onClick={() => {
              const fresh = { code: "", label: "", help: "", active: true, used: false, isNew: true };
              setDrafts([...drafts, { ...fresh, key: newActId() }]);
            }}
          >
            Add a reason
          </Button>
          <Button
            type="submit"
            variant="primary"
            pending={save.isPending}
            disabled={!checked.success || JSON.stringify(toSave(drafts)) === saved}
          >
            Save the reasons
          </Button>
          <output className="text-sm text-danger">{checked.success ? "" : faultOf(drafts)}</output>
          {save.error === null ? null : <ErrorState compact error={save.error} />}
        </div>
      ) : (
        <p className="mt-4 text-sm text-ink-soft">{why("runner")}</p>
      )}
    </form>
  );
}

/** What keeps the list from being saved, in words for the row that it is about. */
function faultOf(drafts: readonly ReasonDraft[]): string {
  if (drafts.length === 0) return "Keep at least one reason.";
  const unnamed = drafts.findIndex(({ code, label }) => code === "" || label.trim() === "");
  if (unnamed !== -1) return `Reason ${unnamed + 1} needs a name with a letter in it.`;
  const twice = drafts.find(({ code }, index) => drafts.findIndex((other) => other.code === code) !== index);
  return twice === undefined ? "A reason is too long." : `Two reasons would have the code ${twice.code}.`;
}
