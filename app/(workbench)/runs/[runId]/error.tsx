"use client";

import { ErrorState } from "@/components/ui/states";

interface Props {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

export default function RunError({ error, reset }: Props) {
  return <ErrorState title="The run could not be shown" error={error} onRetry={reset} />;
}
