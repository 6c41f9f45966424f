"use client";

import { ErrorState } from "@/components/ui/states";

interface ErrorPageProps {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <main className="mx-auto max-w-xl px-6 py-24">
      <h1 className="mb-4 font-serif text-xl font-semibold">This page could not be shown</h1>
      <ErrorState error={error} onRetry={reset} />
      {error.digest === undefined ? null : (
        <p className="mt-4 text-sm text-ink-soft">The server's log names it by {error.digest}.</p>
      )}
    </main>
  );
}
