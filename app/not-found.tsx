import { LinkButton } from "@/components/ui/button";

export default function NotFound() {
  return (
    <main className="mx-auto max-w-xl px-6 py-24">
      <h1 className="font-serif text-xl font-semibold">This page does not exist</h1>
      <p className="mt-2 mb-6 text-ink-soft">The address may be mistyped, or what it named was removed.</p>
      <LinkButton href="/">Go home</LinkButton>
    </main>
  );
}
