import { IntervalLineChart } from "@/components/charts";
import { Section } from "@/components/ui/page";
import type { EvaluationView } from "@/server/evaluations/evaluation-view";
import { modelColour } from "../model-colour";
import { subsetWords } from "../subset-words";

/** pass@k and maj@k over k, where answers were sampled. */
export function CurvesSection({ evaluation }: { readonly evaluation: EvaluationView }) {
  const sampled = evaluation.score?.sampled ?? null;
  if (sampled === null || sampled.passAtK.length < 2) return null;
  const colour = modelColour(evaluation.model.id);
  const points = (curve: typeof sampled.passAtK) => curve.map(({ k, ...figure }) => ({ x: k, ...figure }));
  return (
    <Section
      title="What more answers bring"
      lede="pass@k: one of k answers is right. maj@k: the answer given most often is right."
    >
      <IntervalLineChart
        label="pass@k and maj@k over k"
        caption={`${evaluation.benchmark.name}, ${subsetWords(evaluation.subset)}`}
        xName="k, answers of each problem"
        scale="log2"
        seriesName="Curve"
        valueName="Share of items solved"
        series={[
          { key: "pass", label: "pass@k", colour, shape: "circle", points: points(sampled.passAtK) },
          { key: "maj", label: "maj@k", colour, shape: "triangle", points: points(sampled.majAtK) },
        ]}
        fileName={`curves-${evaluation.id}`}
      />
    </Section>
  );
}
