import { OnlyFor } from "@/components/accounts/only-for";
import { LongRawText } from "@/components/calls/long-raw-text";
import { PromptMessages } from "@/components/runs/pairs/prompt-messages";
import { LinkButton } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { formatDecimal, formatInteger } from "@/components/ui/format";
import { KeyValueList, Section, type KeyValue } from "@/components/ui/page";
import { Code, SafeText } from "@/components/ui/raw-text";
import type { EvaluationView } from "@/server/evaluations/evaluation-view";
import { PRESET_WORDS } from "../launch/preset-words";
import { newEvaluationPath } from "../paths";
import { subsetWords } from "../subset-words";
import { protocolJson } from "./protocol-json";
import { protocolPrefill } from "../protocol-prefill";

/** Everything that the numbers depend on, as it was stored at launch. */
export function ProtocolTab({ evaluation }: { readonly evaluation: EvaluationView }) {
  return (
    <>
      <Section
        title="Protocol"
        lede="Stored at launch; whoever has it can repeat the evaluation."
        actions={
          <span className="flex flex-wrap items-center gap-2">
            <OnlyFor least="runner">
              <LinkButton
                size="sm"
                href={newEvaluationPath({
                  ...protocolPrefill(evaluation),
                  benchmarkIds: [evaluation.benchmark.id],
                })}
              >
                Evaluate another model like this
              </LinkButton>
            </OnlyFor>
            <CopyButton text={protocolJson(evaluation)} label="Copy the whole protocol as JSON" />
          </span>
        }
      >
        <KeyValueList
          items={[...itemFacts(evaluation), ...drawFacts(evaluation), ...modelFacts(evaluation)]}
        />
      </Section>
      <Section title="Prompt" lede="The messages; {problem} stands for the statement.">
        <PromptMessages messages={evaluation.protocol.prompt} />
      </Section>
      <Section
        title="As the model reads it"
        lede="The same with the model's chat template, as its engine made it."
      >
        {evaluation.renderedPrompt === null ? (
          <p className="text-ink-faint">
            Not known: the engine does not tell it, or the evaluation has not started yet.
          </p>
        ) : (
          <LongRawText text={evaluation.renderedPrompt} label="Rendered prompt" />
        )}
      </Section>
    </>
  );
}

function itemFacts({ subset, itemsSha256, benchmarkSha256, benchmark }: EvaluationView): KeyValue[] {
  return [
    { key: "Benchmark", value: <bdi>{benchmark.name}</bdi> },
    { key: "Problems", value: subsetWords(subset) },
    { key: "SHA-256 of these items", value: <Code>{itemsSha256}</Code> },
    { key: "SHA-256 of the benchmark", value: <Code>{benchmarkSha256}</Code> },
  ];
}

function drawFacts({ protocol, preset, graderVersion, scoredWith }: EvaluationView): KeyValue[] {
  const { sampled } = protocol;
  return [
    { key: "Preset", value: PRESET_WORDS[preset].label },
    { key: "Prompt version", value: protocol.promptVersion },
    { key: "Greedy pass", value: protocol.greedy ? "one answer at temperature 0" : "none" },
    {
      key: "Sampled pass",
      value:
        sampled === null
          ? "none"
          : `${formatInteger(sampled.samples)} answers, temperature ${formatDecimal(sampled.temperature)}, top-p ${formatDecimal(sampled.topP)}`,
    },
    { key: "Longest answer", value: `${formatInteger(protocol.maxTokens)} tokens` },
    { key: "Seed", value: String(protocol.seed) },
    { key: "Grader at launch", value: graderVersion },
    { key: "Grader of the numbers", value: scoredWith },
  ];
}

function modelFacts({ model }: EvaluationView): KeyValue[] {
  return [
    { key: "Model", value: <bdi>{model.name}</bdi> },
    { key: "Engine", value: model.engine },
    ...(model.remoteName === null
      ? []
      : [{ key: "Name at the server", value: <SafeText text={model.remoteName} /> }]),
    {
      key: "SHA-256 of the file",
      value: model.fileSha256 === null ? "no file" : <Code>{model.fileSha256}</Code>,
    },
    { key: "Identity", value: <Code>{model.identity}</Code> },
    { key: "Chat template", value: model.chatTemplate ?? "as the model reads it, below" },
  ];
}
