"use client";

import { useState } from "react";
import { OnlyFor } from "@/components/accounts/only-for";
import { Button } from "@/components/ui/button";
import { AddFileDialog } from "./add-file-dialog";
import { AddLlamaServerDialog } from "./add-llama-server-dialog";
import { AddServerDialog } from "./add-server-dialog";
import { LLAMA_SERVER_WORDS, SERVER_WORDS } from "./server-words";

/** An address is a way into the network that the app stands in: servers are for administrators. */
const CHOICES = [
  { what: "file", label: "Add a GGUF file", role: "runner" },
  { what: "llama-server", label: LLAMA_SERVER_WORDS.add, role: "admin" },
  { what: "openai", label: SERVER_WORDS.openai.add, role: "admin" },
  { what: "prm", label: SERVER_WORDS.prm.add, role: "admin" },
] as const;
type What = (typeof CHOICES)[number]["what"];

export function AddButtons() {
  const [open, setOpen] = useState<What | null>(null);
  const close = (): void => {
    setOpen(null);
  };
  return (
    <div className="flex flex-wrap gap-2">
      {CHOICES.map(({ what, label, role }) => (
        <OnlyFor key={what} least={role}>
          <Button
            onClick={() => {
              setOpen(what);
            }}
          >
            {label}
          </Button>
        </OnlyFor>
      ))}
      {open === "file" ? <AddFileDialog onClose={close} /> : null}
      {open === "llama-server" ? <AddLlamaServerDialog onClose={close} /> : null}
      {open === "openai" || open === "prm" ? <AddServerDialog kind={open} onClose={close} /> : null}
    </div>
  );
}
