"use client";

import { clsx } from "clsx";
import { memo } from "react";
import { MathText } from "@/components/math";
import { formatCompact, formatDecimal } from "@/components/ui/format";
import { ChosenMark, RejectedMark } from "@/components/ui/marks";
import { SafeText } from "@/components/ui/raw-text";
import { StatusMark, type Tone } from "@/components/ui/status-mark";
import { aroundMatch } from "./find";
import type { Item } from "./fold";
import { PRUNE_WORDS } from "./growth-words";
import { END_WORDS, itemWords, prunedWords, stepText } from "./item-words";
import { LINE, STEP_WIDTH } from "./layout";
import { PILL } from "./paint-marks";
import { lookOf, type NodeLook, type Scene } from "./scene";
import type { EndKind } from "./tree";

export const END_TONES: Readonly<Record<EndKind, Tone>> = { right: "good", wrong: "bad", other: "neutral" };

interface TreeItemProps {
  readonly scene: Scene;
  readonly index: number;
  readonly id: string;
  readonly active: boolean;
  readonly words: boolean;
  readonly query: string;
}

/** An item of the tree for assistive technology, with its words where the scale lets them be read. */
export function TreeItem({ scene, index, id, active, words, query }: TreeItemProps) {
  const item = scene.view.items[index];
  if (item === undefined) return null;
  const siblings = scene.view.children[item.parent] ?? [index];
  const look = lookOf(scene, item.place);
  return (
    <div
      role="treeitem"
      id={id}
      aria-level={item.depth + 1}
      aria-posinset={siblings.indexOf(index) + 1}
      aria-setsize={siblings.length}
      aria-selected={active}
      aria-expanded={item.open ?? undefined}
      aria-label={itemWords(scene, item)}
      className={clsx("absolute", look.dim && "text-ink-faint")}
      style={{
        left: scene.layout.x[index],
        top: (scene.layout.y[index] ?? 0) - LINE + 8,
        width: STEP_WIDTH,
        height: LINE - 6,
      }}
    >
      {!words || !look.exists ? null : item.kind === "pruned" ? (
        <PrunedWords scene={scene} item={item} active={active} />
      ) : (
        <NodeWords scene={scene} item={item} look={look} query={query} />
      )}
    </div>
  );
}

interface WordsProps {
  readonly scene: Scene;
  readonly item: Item;
}

function PrunedWords({ scene, item, active }: WordsProps & { readonly active: boolean }) {
  return (
    <span
      data-fold={item.key}
      className={clsx(
        "absolute inset-x-0 bottom-0.5 truncate text-xs text-ink-soft italic hover:text-accent",
        active && "text-accent underline decoration-2 underline-offset-3",
      )}
    >
      {item.open === true ? "▾ " : "▸ "}
      {prunedWords(scene.tree, item.place)}
    </span>
  );
}

interface NodeWordsProps extends WordsProps {
  readonly look: NodeLook;
  readonly query: string;
}

function NodeWords({ scene, item, look, query }: NodeWordsProps) {
  const { tree } = scene;
  const facts = factsOf(scene, item, look);
  return (
    <>
      <span
        className={clsx(
          "absolute right-1 bottom-1 flex flex-col justify-end overflow-hidden font-serif text-[0.8rem] leading-[1.05rem]",
          item.place === tree.root && "font-semibold",
        )}
        style={{ left: PILL.width + 7, maxHeight: LINE - 8 }}
      >
        <span className={facts.length > 0 ? "line-clamp-1" : "line-clamp-2"}>
          {item.place === tree.root ? (
            "The problem"
          ) : scene.matches.has(item.place) ? (
            <Matched text={stepText(tree, item.place)} query={query} />
          ) : (
            <StepWords text={stepText(tree, item.place)} />
          )}
        </span>
        {facts.length === 0 ? null : (
          <span className="flex gap-x-2 overflow-hidden font-sans text-[0.6875rem] leading-[0.95rem] whitespace-nowrap text-ink-soft">
            {facts}
          </span>
        )}
      </span>
      {item.hidden === 0 ? null : (
        <span
          data-fold={item.key}
          className="absolute bottom-0 left-full ml-5 rounded-sm px-0.5 text-xs whitespace-nowrap text-accent hover:bg-accent-wash"
        >
          +{formatCompact(item.hidden)}
        </span>
      )}
    </>
  );
}

const WRITTEN = 110;

const StepWords = memo(function StepWords({ text }: { readonly text: string }) {
  return <MathText text={text} inline limit={WRITTEN} />;
});

function Matched({ text, query }: { readonly text: string; readonly query: string }) {
  return aroundMatch(text, query, WRITTEN).map((part, index) =>
    part.match ? (
      <mark key={index} className="bg-accent text-on-accent">
        <SafeText text={part.text} />
      </mark>
    ) : (
      <SafeText key={index} text={part.text} />
    ),
  );
}

function factsOf({ tree, firstWrong }: Scene, { place }: Item, look: NodeLook) {
  const score = tree.columns.score[place] ?? null;
  const reward = tree.columns.reward[place] ?? null;
  const pruned = tree.columns.pruned[place] ?? null;
  return [
    ...(look.end === null
      ? []
      : [
          <StatusMark key="end" tone={END_TONES[look.end]}>
            {END_WORDS[look.end]}
          </StatusMark>,
        ]),
    ...(look.kept === "best" ? [<ChosenMark key="kept">best</ChosenMark>] : []),
    ...(look.kept === "worst" ? [<RejectedMark key="kept">worst</RejectedMark>] : []),
    ...(firstWrong.has(place)
      ? [
          <span key="wrong" className="text-rejected">
            first wrong
          </span>,
        ]
      : []),
    ...(pruned === null ? [] : [<span key="pruned">pruned: {PRUNE_WORDS[pruned]}</span>]),
    ...(score === null ? [] : [<span key="score">score {formatDecimal(score)}</span>]),
    ...(reward === null ? [] : [<span key="reward">R {formatDecimal(reward)}</span>]),
  ];
}
