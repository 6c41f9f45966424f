"use client";

import { clsx } from "clsx";
import type { ReactNode } from "react";
import { formatCount, formatDecimal } from "@/components/ui/format";
import { Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import { Term } from "@/components/ui/term";
import type { FinishReason } from "@/server/sphere/io";
import { FINISH_WORDS } from "./finish-words";
import { LongRawText } from "./long-raw-text";
import { ShowMore, useShown } from "./show-more";
import { scrollToTarget, useAnchor } from "./use-anchor";

const SAMPLES_AT_ONCE = 16;

interface Sample {
  readonly text: string;
  readonly tokens: number;
  readonly meanLogprob: number | null;
  readonly finish: FinishReason;
}

interface SamplesSectionProps {
  readonly samples: readonly Sample[];
  readonly lede: string;
  /** What became of each, in the order of the samples. */
  readonly outcomes: readonly ReactNode[];
}

/** Every text of a call with its figures; a link to `#sample-3` shows and marks the fourth. */
export function SamplesSection({ samples, lede, outcomes }: SamplesSectionProps) {
  const anchor = useAnchor();
  const shown = useShown(
    samples.length,
    SAMPLES_AT_ONCE,
    samples.findIndex((_, index) => anchorOf(index) === anchor),
  );
  return (
    <Section id="samples" title="Samples" lede={lede}>
      {samples.length === 0 ? (
        <EmptyState title="No samples">The call gave no text.</EmptyState>
      ) : (
        <ol>
          {samples.slice(0, shown.count).map((sample, index) => (
            <SampleItem key={index} sample={sample} index={index} target={anchorOf(index) === anchor}>
              {outcomes[index]}
            </SampleItem>
          ))}
        </ol>
      )}
      <ShowMore shown={shown} total={samples.length} noun="samples" />
    </Section>
  );
}

function anchorOf(index: number): string {
  return `sample-${String(index)}`;
}

interface SampleItemProps {
  readonly sample: Sample;
  readonly index: number;
  /** Whether the address points at it. */
  readonly target: boolean;
  readonly children: ReactNode;
}

function SampleItem({ sample, index, target, children }: SampleItemProps) {
  return (
    <li
      id={anchorOf(index)}
      ref={target ? scrollToTarget : undefined}
      className={clsx(
        "scroll-mt-14 border-t border-rule py-3 lg:scroll-mt-4",
        target && "border-t-2 border-t-accent",
      )}
    >
      <div className="mb-1.5 flex flex-wrap items-baseline gap-x-4 gap-y-0.5 text-sm text-ink-soft">
        <h3 className="text-base font-medium text-ink">Sample {index + 1}</h3>
        <span>{formatCount(sample.tokens, "token")}</span>
        {sample.meanLogprob === null ? null : (
          <span>
            <Term id="log-probability">mean log-probability</Term> {formatDecimal(sample.meanLogprob, 3)}
          </span>
        )}
        <span>{FINISH_WORDS[sample.finish]}</span>
      </div>
      <LongRawText text={sample.text} label={`Text of sample ${String(index + 1)}`} />
      {children}
    </li>
  );
}
