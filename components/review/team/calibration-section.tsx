import { CalibrationChart } from "@/components/charts";
import { formatDecimal } from "@/components/ui/format";
import { Section } from "@/components/ui/page";
import { Term } from "@/components/ui/term";
import type { CalibrationBin, TeamFigures } from "@/server/review/team/figures";

/** How the machine's confidence relates to what people accept. */
export function CalibrationSection({ calibration }: Pick<TeamFigures, "calibration">) {
  return (
    <Section
      id="calibration"
      title="Is the machine's confidence worth something?"
      lede={
        <>
          Items by the machine&apos;s <Term id="doubt">doubt</Term> and by <Term id="margin">margin</Term>, in
          tenths, against how often people accept them. Where confidence means something, the points rise.
        </>
      }
    >
      <div className="grid grid-cols-1 gap-x-10 gap-y-8 xl:grid-cols-2">
        <CalibrationChart
          label="By doubt"
          caption="To the right: 1 less the mean doubt, the chance that the order is right as the machine sees it."
          atName="expected by the machine"
          valueName="accepted by people"
          countName="items"
          points={calibration.doubt.map((bin) => pointOf(bin, 1 - bin.mean))}
          diagonal
        />
        {calibration.margin.length === 0 ? null : (
          <CalibrationChart
            label="By margin"
            caption="To the right: the mean margin of the pairs in each tenth."
            atName="margin"
            valueName="accepted by people"
            countName="items"
            points={calibration.margin.map((bin) => pointOf(bin, bin.mean))}
          />
        )}
      </div>
    </Section>
  );
}

function pointOf({ from, to, accepted }: CalibrationBin, at: number) {
  const { value, interval } = accepted.estimate;
  return {
    at,
    label: `${formatDecimal(from, 1)} to ${formatDecimal(to, 1)}`,
    value: value ?? Number.NaN,
    low: interval?.low ?? Number.NaN,
    high: interval?.high ?? Number.NaN,
    count: accepted.total,
  };
}
