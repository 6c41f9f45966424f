"use client";

/**
 * `components/evaluations/graders` owns the Graders page: which grader judged what, and answers on which graders differ. It
 * reads the API by its types and `*.schema.ts`; it never imports a service or `db`.
 */
import { Section } from "@/components/ui/page";
import { DisagreementsSection } from "./disagreements-section";
import { GraderVersions } from "./grader-versions";

export function GradersPage() {
  return (
    <>
      <Section
        title="Versions"
        lede="Every verdict is kept under the grader that gave it. A newer one adds its own; no model is asked again."
      >
        <GraderVersions />
      </Section>
      <Section
        title="Where graders differ"
        lede="The same answer, right under one grader and wrong under another. Whoever settles it settles it for every model that gave it, and the numbers say how many answers were settled by hand."
      >
        <DisagreementsSection />
      </Section>
    </>
  );
}
