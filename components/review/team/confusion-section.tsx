"use client";

import { useState } from "react";
import { IntervalChart } from "@/components/charts";
import { Field } from "@/components/ui/field";
import { formatInteger } from "@/components/ui/format";
import { Section } from "@/components/ui/page";
import { Select } from "@/components/ui/select";
import { Term } from "@/components/ui/term";
import type { Confusion, TeamFigures } from "@/server/review/team/figures";
import { ConfusionTable } from "./confusion-table";
import { estimateRow } from "./team-words";

/** As many pairs as are drawn; the choice has all that were sent. */
const MOST_ROWS = 12;

const pairName = ({ between }: Confusion): string =>
  between === null ? "you and the others" : `${between.first} and ${between.second}`;

/** What two people say of the same items; for annotators, they and all others together. */
export function ConfusionSection({ confusions }: Pick<TeamFigures, "confusions">) {
  const [chosen, setChosen] = useState("0");
  const shown = confusions.shown.filter(({ same }) => same.total > 0);
  const pair = shown[Number(chosen)] ?? shown[0];
  if (pair === undefined) return null;
  const drawn = shown.slice(0, MOST_ROWS);
  return (
    <Section
      id="pairs"
      title="Where do two people differ?"
      lede={
        <>
          What one says (rows) against what the other says (columns) of the same items; the diagonal is
          agreement. <Term id="cohen-kappa" /> says how far that goes beyond guessing.
        </>
      }
    >
      {shown.length === 1 ? null : (
        <div className="mb-6">
          <IntervalChart
            kind="coefficient"
            label="Cohen's kappa of two people"
            caption={
              drawn.length < confusions.total
                ? `The ${formatInteger(drawn.length)} pairs with the most items in common, of ${formatInteger(confusions.total)}.`
                : undefined
            }
            rowName="Pair"
            valueName="kappa"
            countName="items"
            rows={drawn.map((each) =>
              estimateRow(each.kappa, { key: pairName(each), label: pairName(each), count: each.same.total }),
            )}
          />
        </div>
      )}
      {shown.length === 1 ? null : (
        <div className="mb-4 max-w-80">
          <Field label="Two people">
            <Select
              value={String(shown.indexOf(pair))}
              options={shown.map((each, index) => ({ value: String(index), label: pairName(each) }))}
              onValueChange={setChosen}
            />
          </Field>
        </div>
      )}
      <ConfusionTable confusion={pair} />
    </Section>
  );
}
