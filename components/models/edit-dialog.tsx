"use client";

import { EditLlamaServerDialog } from "./edit-llama-server-dialog";
import { EditServerDialog } from "./edit-server-dialog";
import type { Model } from "./types";

/** Whether an entry holds anything that a person typed and may have to correct. */
export function canChange({ kind }: Model): boolean {
  return kind === "openai" || kind === "prm" || kind === "llama-server";
}

/** The form that fits the kind of entry. */
export function EditDialog({ model, onClose }: { readonly model: Model; readonly onClose: () => void }) {
  if (model.kind === "llama-server") return <EditLlamaServerDialog model={model} onClose={onClose} />;
  if (model.kind !== "openai" && model.kind !== "prm") return null;
  return <EditServerDialog model={model} kind={model.kind} onClose={onClose} />;
}
