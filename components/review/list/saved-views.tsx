"use client";

import { Popover } from "@base-ui/react/popover";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Bookmark, X } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useMe } from "@/components/accounts/use-me";
import { useTRPC } from "@/components/trpc/client";
import { buttonClass, Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { SafeText } from "@/components/ui/raw-text";
import { ErrorState } from "@/components/ui/states";
import { TextInput } from "@/components/ui/text-input";
import { viewPath } from "./list-params";

/** Filters kept under a name: open one, keep the present one, remove one. */
export function SavedViews({ query }: { readonly query: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
      }}
    >
      <Popover.Trigger className={buttonClass()}>
        <Bookmark size={14} aria-hidden />
        Saved views
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} align="end" collisionPadding={8} className="z-40">
          <Popover.Popup className="w-80 max-w-[calc(100vw-1rem)] rounded-md border border-rule-strong bg-raised p-4 text-ink">
            <Popover.Title className="mb-2 font-serif text-lg font-semibold">Saved views</Popover.Title>
            <ViewList
              onOpen={() => {
                setOpen(false);
              }}
            />
            <SaveView key={query} query={query} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function ViewList({ onOpen }: { readonly onOpen: () => void }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { can } = useMe();
  const views = useQuery(trpc.review.views.list.queryOptions());
  const remove = useMutation(
    trpc.review.views.remove.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.review.views.list.queryFilter()),
    }),
  );
  if (views.error !== null) {
    return (
      <ErrorState
        compact
        error={views.error}
        onRetry={() => {
          views.refetch().catch(() => undefined);
        }}
      />
    );
  }
  if (views.data === undefined) return <p className="text-sm text-ink-soft">Reading …</p>;
  return (
    <>
      {views.data.length === 0 ? (
        <p className="text-sm text-ink-soft">None yet. A saved view keeps filters, campaign and order.</p>
      ) : (
        <ul aria-label="Saved views" className="max-h-60 overflow-y-auto border-t border-rule">
          {views.data.map(({ id, name, query }) => (
            <li key={id} className="flex min-h-8 items-center gap-2 border-b border-rule">
              <Link href={viewPath(query)} onClick={onOpen} className="link min-w-0 flex-1 truncate">
                <SafeText text={name} />
              </Link>
              {can("annotator") ? (
                <Button
                  size="sm"
                  variant="quiet"
                  aria-label={`Remove the view ${name}`}
                  onClick={() => {
                    remove.mutate({ viewId: id });
                  }}
                >
                  <X size={14} aria-hidden />
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {remove.error === null ? null : <ErrorState compact error={remove.error} />}
    </>
  );
}

function SaveView({ query }: { readonly query: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { can } = useMe();
  const [name, setName] = useState("");
  const save = useMutation(
    trpc.review.views.save.mutationOptions({
      onSuccess: async () => {
        setName("");
        await queryClient.invalidateQueries(trpc.review.views.list.queryFilter());
      },
    }),
  );
  if (!can("annotator")) return null;
  return (
    <form
      className="mt-3 flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ name, query });
      }}
    >
      <div className="min-w-0 flex-1">
        <Field label="Save this view as" error={save.error?.message}>
          <TextInput
            maxLength={80}
            value={name}
            onChange={(event) => {
              setName(event.target.value);
            }}
          />
        </Field>
      </div>
      <Button type="submit" pending={save.isPending} disabled={name.trim() === ""}>
        Save
      </Button>
    </form>
  );
}
