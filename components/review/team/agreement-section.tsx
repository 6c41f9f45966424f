import { FEW, IntervalChart } from "@/components/charts";
import { formatInteger } from "@/components/ui/format";
import { Section } from "@/components/ui/page";
import { Term } from "@/components/ui/term";
import type { Agreement } from "@/server/review/team/figures";
import { agreementWords, estimateRow, familyWords } from "./team-words";

const nameOf = ({ group }: Agreement): string => (group === null ? "all together" : familyWords(group));

/** Whether people who decide on the same items say the same. */
export function AgreementSection({ agreement }: { readonly agreement: readonly Agreement[] }) {
  const [whole] = agreement;
  if (whole === undefined) return null;
  const rows = (
    of: (each: Agreement) => Parameters<typeof estimateRow>[0],
    count: (each: Agreement) => number,
  ) =>
    agreement.map((each) =>
      estimateRow(of(each), { key: nameOf(each), label: nameOf(each), count: count(each) }),
    );
  return (
    <Section
      id="agreement"
      title="Do people agree?"
      lede={
        <>
          On items that two people or more decided on. Two people who guess also agree now and then:{" "}
          <Term id="krippendorff-alpha" /> and <Term id="fleiss-kappa" /> are 0 for what guessing gives and 1
          for perfect agreement.
        </>
      }
    >
      <p className="mb-4 border-l-2 border-rule-strong pl-3">{summary(whole)}</p>
      <div className="grid grid-cols-1 gap-x-10 gap-y-8 xl:grid-cols-2">
        <IntervalChart
          kind="coefficient"
          label="Krippendorff's alpha"
          caption="Takes every item, however many people decided on it. Intervals by resampling items."
          rowName="Of"
          valueName="alpha"
          countName="items"
          rows={rows(
            (each) => each.alpha,
            (each) => each.items,
          )}
        />
        <IntervalChart
          kind="coefficient"
          label="Fleiss' kappa"
          caption={fleissCaption(whole)}
          rowName="Of"
          valueName="kappa"
          countName="items"
          rows={rows(
            (each) => each.fleiss.estimate,
            (each) => each.fleiss.items,
          )}
        />
        <IntervalChart
          kind="share"
          label="Same verdict"
          caption="How often two people gave the same verdict, guessing not taken off."
          rowName="Of"
          valueName="same"
          countName="items"
          rows={rows(
            (each) => each.observed,
            (each) => each.items,
          )}
        />
      </div>
    </Section>
  );
}

function summary(whole: Agreement): string {
  if (whole.items === 0) {
    return "No item has been decided on by two people yet. A campaign with an overlap of two or more brings that about.";
  }
  if (whole.items < FEW) {
    return `Only ${formatInteger(whole.items)} items have the decisions of two people: too few to say whether people agree.`;
  }
  return (
    agreementWords(whole.alpha) ??
    "Everybody always gave the same verdict: agreement cannot be told from habit."
  );
}

function fleissCaption({ fleiss }: Agreement): string {
  return fleiss.raters === 0
    ? "Takes items that the same number of people decided on."
    : `Takes items that the same number of people decided on, the commonest number: ${formatInteger(fleiss.raters)}.`;
}
