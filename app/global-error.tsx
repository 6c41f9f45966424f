"use client";

import "./globals.css";

interface GlobalErrorProps {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

/** The last resort, when the root layout itself failed: it depends on nothing. */
export default function GlobalError({ error, reset }: GlobalErrorProps) {
  return (
    <html lang="en-GB">
      <body>
        <main className="mx-auto max-w-xl px-6 py-24">
          <h1 className="font-serif text-xl font-semibold">The workbench could not be shown</h1>
          <p className="mt-2 mb-6 text-ink-soft">{error.message}</p>
          <button type="button" onClick={reset} className="link">
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
