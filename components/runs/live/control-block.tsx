import type { RunReport } from "@/server/runs/report.service";
import { formatCount } from "@/components/ui/format";
import { controlFinding, FINDING_WORDS, shareWords } from "./control-words";

/** What reflecting did beside what as many fresh samples did. */
export function ControlBlock({ control }: { readonly control: NonNullable<RunReport["control"]> }) {
  const { reflected, resampled, problems } = control;
  return (
    <>
      <dl className="grid gap-x-8 gap-y-2 sm:grid-cols-[repeat(2,minmax(0,14rem))]">
        <Tried name="Reflecting repaired" words={shareWords(reflected)} />
        <Tried name="Drawing anew was right" words={shareWords(resampled)} />
      </dl>
      <p className="mt-2 max-w-prose text-sm text-ink-soft">
        {FINDING_WORDS[controlFinding(reflected, resampled)]} Counted on {formatCount(problems, "problem")},
        with as many fresh solutions as reflections. Samples of one problem are alike, so that few problems
        say little.
      </p>
    </>
  );
}

function Tried({ name, words }: { readonly name: string; readonly words: string }) {
  return (
    <div>
      <dt className="text-sm text-ink-soft">{name}</dt>
      <dd className="text-lg">{words}</dd>
    </div>
  );
}
