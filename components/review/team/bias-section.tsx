import { FEW, IntervalChart } from "@/components/charts";
import { formatDecimal, formatPercent } from "@/components/ui/format";
import { Section } from "@/components/ui/page";
import type { TeamFigures } from "@/server/review/team/figures";
import { personRows } from "./person-rows";

/** Whether the place or the length of a chain sways people. */
export function BiasSection({ figures }: { readonly figures: TeamFigures }) {
  const { whole } = figures;
  return (
    <Section
      id="bias"
      title="Does place or length sway people?"
      lede="Of decisions for one side or the other. Nobody who reads both prefers left to right; a preference for the longer one is only a bias where it goes beyond what the items give."
    >
      <div className="grid grid-cols-1 gap-x-10 gap-y-8 xl:grid-cols-2">
        <div>
          <IntervalChart
            kind="share"
            label="Left side picked"
            caption="Only where the order was hidden: sides are then swapped at random, so without a preference it is half."
            rowName="Who"
            valueName="left"
            countName="picks"
            rows={personRows(
              figures,
              (person) => person.left,
              () => 0.5,
            )}
            againstName="half"
          />
          <p className="mt-2 text-sm">{leftWords(figures)}</p>
        </div>
        <div>
          <IntervalChart
            kind="share"
            label="Longer side picked"
            caption="Items whose sides differ in length, blind or not."
            rowName="Who"
            valueName="longer"
            countName="picks"
            rows={personRows(
              figures,
              (person) => person.longer,
              (person) => person.machineLonger.estimate.value,
            )}
            againstName="how often the machine's choice is the longer, on the same items"
          />
          <p className="mt-2 text-sm">
            {whole.longer.total < FEW
              ? "Too few picks to say whether length sways people."
              : `People picked the longer side in ${formatPercent(whole.longer.estimate.value)} of cases, the machine in ${formatPercent(whole.machineLonger.estimate.value)}.`}
          </p>
        </div>
      </div>
    </Section>
  );
}

function leftWords({ whole: { left, leftP } }: TeamFigures): string {
  if (left.total === 0)
    return "No decision was made with the order hidden. A blind campaign brings that about.";
  if (left.total < FEW || leftP === null) return "Too few picks to say whether a side is preferred.";
  const p = leftP < 0.001 ? "p below 0.001" : `p = ${formatDecimal(leftP, 3)}`;
  return leftP < 0.05
    ? `A side is preferred beyond what chance gives (${p}): the order should be hidden, and the guidelines say so.`
    : `No preference for a side can be told from chance (${p}).`;
}
