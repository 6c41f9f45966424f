import type { EvaluationView } from "@/server/evaluations/evaluation-view";

/** The protocol whole, for a paper's appendix or another tool. */
export function protocolJson(evaluation: EvaluationView): string {
  const { model, benchmark, subset, protocol, renderedPrompt, preset } = evaluation;
  const { itemsSha256, benchmarkSha256, graderVersion, scoredWith } = evaluation;
  return JSON.stringify(
    {
      model: {
        name: model.name,
        engine: model.engine,
        identity: model.identity,
        fileSha256: model.fileSha256,
        remoteName: model.remoteName,
        chatTemplate: model.chatTemplate,
      },
      benchmark: { name: benchmark.name, sha256: benchmarkSha256 },
      items: { ...subset, sha256: itemsSha256 },
      preset,
      protocol,
      renderedPrompt,
      grader: { atLaunch: graderVersion, ofTheNumbers: scoredWith },
    },
    null,
    2,
  );
}
