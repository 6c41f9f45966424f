"use client";

import { ErrorState } from "@/components/ui/states";

interface Props {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

export default function EvaluationError({ error, reset }: Props) {
  return <ErrorState title="The evaluation could not be shown" error={error} onRetry={reset} />;
}
