import { IntervalChart } from "@/components/charts";
import { Section } from "@/components/ui/page";
import { Term } from "@/components/ui/term";
import type { TeamFigures } from "@/server/review/team/figures";
import { personRows } from "./person-rows";

/** How people do on items whose right decision is known. */
export function GoldSection({ figures }: { readonly figures: TeamFigures }) {
  return (
    <Section
      id="gold"
      title="How do people do on gold items?"
      lede={
        <>
          Decisions on <Term id="gold-item">gold items</Term> that equal the known one.
        </>
      }
    >
      {figures.whole.gold.total === 0 ? (
        <p className="border-y border-rule py-4 text-ink-soft">
          Nobody has decided on a gold item. Whoever leads a campaign can mark items as gold and have them
          mixed in.
        </p>
      ) : (
        <IntervalChart
          kind="share"
          label="Agreement with gold"
          rowName="Who"
          valueName="as known"
          countName="decisions"
          rows={personRows(figures, (person) => person.gold)}
        />
      )}
    </Section>
  );
}
