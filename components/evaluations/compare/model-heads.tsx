import Link from "next/link";
import { LegendMark } from "@/components/charts";
import { pairsPath } from "@/components/runs/pairs/paths";
import { SafeText } from "@/components/ui/raw-text";
import type { ComparedModel } from "@/server/evaluations/comparison/comparison-view";
import { modelMarks } from "../model-colour";
import { evaluationsPath } from "../paths";

interface ModelHeadsProps {
  readonly a: ComparedModel;
  readonly b: ComparedModel;
}

/** Which two models, and where each comes from. */
export function ModelHeads({ a, b }: ModelHeadsProps) {
  const marks = modelMarks([a.id, b.id]);
  return (
    <ul className="grid border-y border-rule sm:grid-cols-2 sm:divide-x sm:divide-rule">
      {[["A", a] as const, ["B", b] as const].map(([letter, model]) => {
        const mark = marks.get(model.id);
        return (
          <li
            key={letter}
            className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 py-3 not-first:border-t not-first:border-rule sm:not-first:border-t-0 sm:not-first:pl-5"
          >
            <span aria-hidden className="font-serif text-lg text-ink-soft">
              {letter}
            </span>
            <span className="min-w-0">
              <span className="flex items-center gap-1.5">
                {mark === undefined ? null : <LegendMark {...mark} />}
                <Link
                  href={evaluationsPath({ model: model.id })}
                  className="min-w-0 font-medium wrap-anywhere hover:text-accent"
                >
                  <SafeText text={model.name} />
                </Link>
              </span>
              <ModelOrigin model={model} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** The parent of a checkpoint, and the pairs that trained it. */
export function ModelOrigin({ model: { round, parent, trainedOn } }: { readonly model: ComparedModel }) {
  if (round === null && parent === null && trainedOn.length === 0) return null;
  return (
    <span className="block text-sm text-ink-soft">
      {round === null ? null : `Round ${String(round)}`}
      {parent === null ? null : (
        <>
          {round === null ? "Trained" : ", trained"} from <SafeText text={parent.name} />
        </>
      )}
      {trainedOn.length === 0 ? null : (
        <>
          {" on the pairs of "}
          {trainedOn.map(({ id, name }, index) => (
            <span key={id}>
              {index === 0 ? null : ", "}
              {name === null ? (
                "a run that was removed"
              ) : (
                <Link prefetch={false} href={pairsPath(id)} className="link">
                  <SafeText text={name} />
                </Link>
              )}
            </span>
          ))}
        </>
      )}
    </span>
  );
}
