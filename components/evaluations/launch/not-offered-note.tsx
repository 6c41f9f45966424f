import { formatCount } from "@/components/ui/format";

interface NotOfferedNoteProps {
  readonly counts: { readonly models: number; readonly benchmarks: number };
}

/** Says when a link asked for what cannot be evaluated now, instead of leaving it out in silence. */
export function NotOfferedNote({ counts: { models, benchmarks } }: NotOfferedNoteProps) {
  const named = [
    ...(models === 0 ? [] : [formatCount(models, "model")]),
    ...(benchmarks === 0 ? [] : [formatCount(benchmarks, "benchmark")]),
  ];
  if (named.length === 0) return null;
  return (
    <output className="mb-6 block border-l-2 border-rejected bg-rejected-wash px-3 py-2">
      The link names {named.join(" and ")} that cannot be chosen now: not there any more, or not ready.
    </output>
  );
}
