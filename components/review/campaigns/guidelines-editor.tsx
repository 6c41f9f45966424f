"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Section } from "@/components/ui/page";
import { ErrorState } from "@/components/ui/states";
import { TextArea } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toaster";
import type { GuidelinesView } from "@/server/review/queue-view.schema";
import { GuidelinesText } from "../item/guidelines-text";
import { GuidelinesConflict } from "./guidelines-conflict";
import { GuidelinesVersions } from "./guidelines-versions";

/** Text beside its preview. What somebody else saved meanwhile is shown, never overwritten unseen. */
export function GuidelinesEditor({ guidelines }: { readonly guidelines: GuidelinesView }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [text, setText] = useState(guidelines.markdown);
  /** The version that the text was written from. */
  const [basedOn, setBasedOn] = useState(guidelines.version);
  const reread = () => queryClient.invalidateQueries(trpc.review.guidelines.pathFilter());
  const save = useMutation(
    trpc.review.guidelines.save.mutationOptions({
      onSuccess: async (saved) => {
        setBasedOn(saved.version);
        queryClient.setQueryData(
          trpc.review.guidelines.get.queryKey({ campaignId: guidelines.campaignId }),
          saved,
        );
        toast.success(`Version ${saved.version} is saved.`);
        await queryClient.invalidateQueries(trpc.review.campaigns.pathFilter());
      },
      onError: async (error) => {
        if (error.data?.code === "CONFLICT") await reread();
      },
    }),
  );
  const overtaken = guidelines.version > basedOn;
  const changed = overtaken || text !== guidelines.markdown || guidelines.version === 0;
  const take = (markdown: string, version: number): void => {
    setText(markdown);
    setBasedOn(version);
    save.reset();
  };
  return (
    <>
      {overtaken ? (
        <GuidelinesConflict
          guidelines={guidelines}
          basedOn={basedOn}
          onTakeTheirs={() => {
            take(guidelines.markdown, guidelines.version);
          }}
          onKeepMine={() => {
            take(text, guidelines.version);
          }}
        />
      ) : null}
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save.mutate({ campaignId: guidelines.campaignId, markdown: text, basedOn });
          }}
        >
          <Field
            label="Guidelines"
            help="Markdown: # headings, lists, **bold**, and mathematics between dollar signs."
          >
            <TextArea
              mono
              rows={22}
              maxLength={50_000}
              value={text}
              onChange={(event) => {
                setText(event.target.value);
              }}
            />
          </Field>
          <div className="mt-3 flex flex-wrap items-center gap-4">
            <Button type="submit" variant="primary" pending={save.isPending} disabled={!changed || overtaken}>
              Save as version {guidelines.version + 1}
            </Button>
            {save.error === null || overtaken ? null : <ErrorState compact error={save.error} />}
          </div>
        </form>
        <section aria-label="Preview" className="min-w-0">
          <h3 className="mb-1 font-medium">Preview</h3>
          <div className="border-t border-rule pt-3">
            <GuidelinesText markdown={text} />
          </div>
        </section>
      </div>
      {guidelines.versions.length === 0 ? null : (
        <Section title="Versions" lede="Each decision keeps the version that its guidelines had.">
          <GuidelinesVersions
            guidelines={guidelines}
            onTake={(markdown) => {
              take(markdown, guidelines.version);
            }}
          />
        </Section>
      )}
    </>
  );
}
