"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Controller, useForm } from "react-hook-form";
import type { z } from "zod";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { ErrorState } from "@/components/ui/states";
import { TextInput } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toaster";
import { updateCampaignSchema } from "@/server/review/campaigns.schema";
import type { CampaignView } from "@/server/review/queue-view.schema";
import { GoldField } from "./gold-field";
import { JudgeField } from "./judge-field";
import { OverlapField } from "./overlap-field";

type Settings = z.infer<typeof updateCampaignSchema>;

/** Name, overlap, gold and judge of a campaign that is there already. */
export function SettingsForm({ campaign }: { readonly campaign: CampaignView }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { control, register, handleSubmit, formState, reset } = useForm<Settings>({
    resolver: zodResolver(updateCampaignSchema),
    defaultValues: settingsOf(campaign),
    mode: "onTouched",
  });
  const { errors } = formState;
  const update = useMutation(
    trpc.review.campaigns.update.mutationOptions({
      onSuccess: async (saved) => {
        reset(settingsOf(saved));
        toast.success("The campaign is changed.");
        await queryClient.invalidateQueries(trpc.review.pathFilter());
      },
    }),
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        handleSubmit((values) => {
          update.mutate(values);
        })().catch(() => undefined);
      }}
    >
      <div className="grid items-end gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
        <Field label="Name" error={errors.name?.message}>
          <TextInput {...register("name")} maxLength={80} />
        </Field>
        <Controller
          control={control}
          name="overlap"
          render={({ field }) => (
            <OverlapField
              field={field}
              help="With more people an item, decided items open again until all have decided."
              error={errors.overlap?.message}
            />
          )}
        />
        <Controller
          control={control}
          name="goldEvery"
          render={({ field }) => <GoldField field={field} error={errors.goldEvery?.message} />}
        />
        <Controller
          control={control}
          name="judgeModelId"
          render={({ field }) => (
            <JudgeField blind={campaign.blind} value={field.value ?? null} onChange={field.onChange} />
          )}
        />
      </div>
      <div className="mt-5 flex flex-wrap items-center gap-4">
        <Button type="submit" pending={update.isPending} disabled={!formState.isDirty}>
          Save the changes
        </Button>
        {update.error === null ? null : <ErrorState compact error={update.error} />}
      </div>
    </form>
  );
}

function settingsOf({ id, name, overlap, goldEvery, judgeModelId }: CampaignView): Settings {
  return { campaignId: id, name, overlap, goldEvery, judgeModelId };
}
