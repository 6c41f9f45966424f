"use client";

import { skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { formatCount } from "@/components/ui/format";
import { Select } from "@/components/ui/select";
import { ErrorState } from "@/components/ui/states";
import { TextArea } from "@/components/ui/text-input";
import type { CampaignView } from "@/server/review/queue-view.schema";
import type { Verdict } from "@/server/review/review.schema";
import { newActId } from "../new-act-id";
import { filterOf } from "../filter-params";
import { VERDICT_WORDS } from "../words";
import { BulkReasons } from "./bulk-reasons";
import { previewWords } from "./bulk-words";
import type { ListSearch } from "./list-params";
import { useUndoToast } from "./use-undo-toast";

interface BulkDialogProps {
  readonly search: ListSearch;
  readonly campaigns: readonly CampaignView[];
  /** Null: all that match. */
  readonly numbers: number[] | null;
  readonly verdict: Verdict;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Says what would change before anything does; what changes is what it says, or nothing. */
export function BulkDialog(props: BulkDialogProps) {
  const { search, campaigns, numbers, verdict, onClose, onDone } = props;
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toastUndo = useUndoToast();
  const open = campaigns.filter(({ status, blind }) => status === "open" && !blind);
  const [campaignId, setCampaignId] = useState(search.campaign ?? open[0]?.id ?? null);
  const [given, setGiven] = useState<readonly string[]>([]);
  const [note, setNote] = useState("");
  const target =
    campaignId === null
      ? null
      : {
          campaignId,
          filter: filterOf(search),
          state: search.campaign === null ? null : search.state,
          numbers,
          verdict,
        };
  const preview = useQuery(
    trpc.review.bulkPreview.queryOptions(target ?? skipToken, { staleTime: 0, gcTime: 0, retry: false }),
  );
  const bulk = useMutation(
    trpc.review.bulk.mutationOptions({
      onSuccess: async (act) => {
        toastUndo(act);
        onDone();
        await queryClient.invalidateQueries(trpc.review.pathFilter());
      },
      // Another number by now: the preview says the new one.
      onError: () => preview.refetch(),
    }),
  );
  const change = preview.data?.change ?? 0;
  const { verb, meaning } = VERDICT_WORDS[verdict];
  return (
    <Dialog
      open
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      title={`${verb} many items`}
      description={meaning}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Change nothing
          </Button>
          <Button
            variant="primary"
            pending={bulk.isPending}
            disabled={target === null || change === 0 || preview.isFetching}
            onClick={() => {
              if (target === null) return;
              bulk.mutate({ ...target, actId: newActId(), reasons: [...given], note, expected: change });
            }}
          >
            {change === 0 ? verb : `${verb} ${formatCount(change, "item")}`}
          </Button>
        </>
      }
    >
      <div className="mt-3 flex flex-col gap-4">
        {search.campaign === null ? (
          <Field
            label="In the campaign"
            help="A decision belongs to a campaign; items outside it are left out."
          >
            <Select
              options={open.map(({ id, name }) => ({ value: id, label: name }))}
              value={campaignId ?? ""}
              placeholder="Choose a campaign"
              onValueChange={setCampaignId}
            />
          </Field>
        ) : null}
        <output aria-busy={preview.isFetching} className="block min-h-11">
          {preview.error !== null ? (
            <ErrorState
              compact
              error={preview.error}
              retrying={preview.isFetching}
              onRetry={() => {
                preview.refetch().catch(() => undefined);
              }}
            />
          ) : preview.data === undefined ? (
            <span className="text-ink-soft">{target === null ? "No campaign is open." : "Counting …"}</span>
          ) : (
            <PreviewWords words={previewWords(preview.data)} />
          )}
        </output>
        <BulkReasons given={given} onChange={setGiven} />
        <Field label="Note" optional>
          <TextArea
            rows={2}
            maxLength={4_000}
            value={note}
            onChange={(event) => {
              setNote(event.target.value);
            }}
          />
        </Field>
        {bulk.error === null ? null : <ErrorState compact error={bulk.error} />}
      </div>
    </Dialog>
  );
}

function PreviewWords({ words: { main, leftOut } }: { readonly words: ReturnType<typeof previewWords> }) {
  return (
    <>
      <span className="block font-medium">{main}</span>
      {leftOut.map((line) => (
        <span key={line} className="block text-sm text-ink-soft">
          {line}
        </span>
      ))}
    </>
  );
}
