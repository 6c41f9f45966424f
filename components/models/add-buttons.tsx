"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { AddFileDialog } from "./add-file-dialog";
import { AddServerDialog } from "./add-server-dialog";

export function AddButtons() {
  const [open, setOpen] = useState<"file" | "server" | null>(null);
  const close = (): void => {
    setOpen(null);
  };
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        onClick={() => {
          setOpen("file");
        }}
      >
        Add a GGUF file
      </Button>
      <Button
        onClick={() => {
          setOpen("server");
        }}
      >
        Add a server
      </Button>
      {open === "file" ? <AddFileDialog onClose={close} /> : null}
      {open === "server" ? <AddServerDialog onClose={close} /> : null}
    </div>
  );
}
