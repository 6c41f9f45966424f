import { CountBars } from "@/components/charts";
import { Section } from "@/components/ui/page";
import type { TeamFigures } from "@/server/review/team/figures";

/** Why people decide as they do. */
export function ReasonsSection({ reasons }: Pick<TeamFigures, "reasons">) {
  const own = reasons.some(({ mine }) => mine > 0);
  return (
    <Section id="reasons" title="Which reasons do people give?">
      {reasons.length === 0 ? (
        <p className="border-y border-rule py-4 text-ink-soft">No decision names a reason yet.</p>
      ) : (
        <CountBars
          label="Reasons"
          caption="A decision may name several."
          rowName="Reason"
          countName="decisions"
          partName={own ? "yours" : undefined}
          bars={reasons.map(({ code, label, whole, mine }) => ({
            key: code,
            label,
            count: whole,
            part: mine,
          }))}
        />
      )}
    </Section>
  );
}
