"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { FormProvider, useForm } from "react-hook-form";
import { useMe } from "@/components/accounts/use-me";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/states";
import {
  createCampaignSchema,
  type CampaignInput,
  type CreateCampaign,
} from "@/server/review/campaigns.schema";
import type { ItemFilter } from "@/server/review/review.schema";
import { campaignPath } from "../paths";
import { CampaignFields } from "./campaign-fields";
import { CampaignPreview } from "./campaign-preview";

/** The form of a new campaign, begun with the filter of the address. */
export function NewCampaign({ filter }: { readonly filter: ItemFilter }) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { why } = useMe();
  const form = useForm<CampaignInput, unknown, CreateCampaign>({
    resolver: zodResolver(createCampaignSchema),
    defaultValues: {
      name: "",
      filter,
      sort: "doubtful",
      seed: 0,
      overlap: 1,
      blind: false,
      goldEvery: null,
      judgeModelId: null,
    },
    mode: "onTouched",
  });
  const create = useMutation(
    trpc.review.campaigns.create.mutationOptions({
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries(trpc.review.campaigns.pathFilter());
        router.push(campaignPath(id));
      },
      onError: (error) => {
        if (error.data?.field === "name") {
          form.setError("name", {
            type: "server",
            message: `${error.message} ${error.data.fix ?? ""}`.trim(),
          });
        }
      },
    }),
  );
  const mayNot = why("runner");
  return (
    <FormProvider {...form}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          form
            .handleSubmit((values) => {
              create.mutate(values.blind ? { ...values, judgeModelId: null } : values);
            })()
            .catch(() => undefined);
        }}
      >
        <CampaignFields />
        <div className="sticky bottom-0 z-20 mt-8 flex flex-wrap items-center gap-x-5 gap-y-2 border-t border-rule bg-paper py-4">
          <Button
            type="submit"
            variant="primary"
            pending={create.isPending || create.isSuccess}
            disabled={mayNot !== undefined}
          >
            Open the campaign
          </Button>
          <CampaignPreview />
          {mayNot === undefined ? null : <p className="text-sm text-ink-soft">{mayNot}</p>}
          {create.error === null || create.error.data?.field === "name" ? null : (
            <ErrorState compact error={create.error} />
          )}
        </div>
      </form>
    </FormProvider>
  );
}
