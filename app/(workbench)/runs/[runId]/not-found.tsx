import { LinkButton } from "@/components/ui/button";

export default function RunNotFound() {
  return (
    <>
      <h1 className="font-serif text-xl font-semibold">There is no such run</h1>
      <p className="mt-2 mb-6 text-ink-soft">
        The address may be mistyped, or the data folder is another one.
      </p>
      <LinkButton href="/runs">See the runs</LinkButton>
    </>
  );
}
