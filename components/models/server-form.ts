import { z } from "zod";
import { addOpenAiSchema, type AddOpenAi, type EditModel } from "@/server/models/models.schema";
import type { Model } from "./types";

/** The form of a server, new or changed. A row of further addresses that is left empty counts as none. */
export const serverFormSchema = addOpenAiSchema.extend({
  replicas: z.array(z.object({ address: z.string().trim().max(2048) })),
  /** Only where a key is stored. */
  forgetKey: z.boolean(),
});
export type ServerForm = z.infer<typeof serverFormSchema>;

export const EMPTY_SERVER: ServerForm = {
  name: "",
  baseUrl: "",
  remoteName: "",
  apiKey: "",
  replicas: [],
  forgetKey: false,
};

export function formOf(model: Model): ServerForm {
  const { name, baseUrl, remoteName, replicas, maxConcurrency } = model;
  return {
    ...EMPTY_SERVER,
    name,
    baseUrl: baseUrl ?? "",
    remoteName: remoteName ?? "",
    replicas: (replicas ?? []).map((address) => ({ address })),
    ...(maxConcurrency === null ? {} : { maxConcurrency }),
  };
}

export function newServerOf({ replicas, forgetKey: _forgetKey, ...server }: ServerForm): AddOpenAi {
  return { ...server, replicas: addressesIn(replicas) };
}

/** What the form says of an entry. The stored key never reaches the page: an empty field leaves it as it is. */
export function changesOf(id: string, form: ServerForm): EditModel {
  const { name, baseUrl, remoteName, apiKey = "", maxConcurrency = null } = form;
  const key = form.forgetKey ? { apiKey: null } : apiKey === "" ? {} : { apiKey };
  return { id, name, baseUrl, remoteName, maxConcurrency, replicas: addressesIn(form.replicas), ...key };
}

function addressesIn(rows: ServerForm["replicas"]): string[] {
  return rows.map(({ address }) => address).filter((address) => address !== "");
}
