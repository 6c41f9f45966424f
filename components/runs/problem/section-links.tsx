import { formatInteger } from "@/components/ui/format";
import type { ProblemDetail } from "./types";

/** The parts of the page with their counts; stays in view. */
export function SectionLinks({ detail }: { readonly detail: ProblemDetail }) {
  const links = [
    ["tree", "Tree", Math.max(0, detail.nodes.length - 1)],
    ["chains", "Chains", detail.chains.length],
    ["corrections", "Corrections", detail.corrections.length],
    ["pairs", "Pairs", detail.pairs.length],
    ["calls", "Calls", detail.calls.length],
  ] as const;
  return (
    <nav
      aria-label="Parts of this page"
      className="sticky top-12 z-20 mt-8 flex gap-x-3 overflow-x-auto border-y whitespace-nowrap sm:gap-x-5 border-rule bg-paper lg:top-0"
    >
      {links.map(([id, name, count]) => (
        <a key={id} href={`#${id}`} className="py-2 text-sm text-ink-soft hover:text-accent sm:text-base">
          {name} <span className="text-sm text-ink-faint">{formatInteger(count)}</span>
        </a>
      ))}
    </nav>
  );
}
