import { formatDecimal, formatInteger } from "@/components/ui/format";
import { KeyValueList, type KeyValue } from "@/components/ui/page";
import { StatusMark } from "@/components/ui/status-mark";
import { ChosenMark, RejectedMark } from "@/components/ui/marks";
import { Term } from "@/components/ui/term";
import { TERMINAL_WORDS } from "@/components/runs/problem/words";
import { PRUNE_MEANINGS, PRUNE_WORDS } from "./growth-words";
import { END_WORDS } from "./item-words";
import { lookOf, type Scene } from "./scene";
import { END_TONES } from "./tree-item";
import type { Place } from "./tree";

interface NodeFiguresProps {
  readonly scene: Scene;
  readonly place: Place;
}

/** A node in plain numbers. */
export function NodeFigures({ scene, place }: NodeFiguresProps) {
  const look = lookOf(scene, place);
  const { columns, ends } = scene.tree;
  const score = columns.score[place] ?? null;
  const reward = columns.reward[place] ?? null;
  const pruned = columns.pruned[place] ?? null;
  const terminal = columns.terminal[place] ?? null;
  const below = ends[place] ?? { right: 0, wrong: 0, other: 0 };
  const items: KeyValue[] = [
    {
      key: "rollouts",
      label: <Term id="rollout">Rollouts</Term>,
      value: !look.exists
        ? "not there yet at this moment"
        : look.visits === 0
          ? "none went through it"
          : `${formatInteger(look.wins)} of ${formatInteger(look.visits)} rollouts right`,
    },
    { key: "value", label: <Term id="value">Value</Term>, value: formatDecimal(look.value) },
    ...(score === null
      ? []
      : [{ key: "Score", label: <Term id="process-reward">Score</Term>, value: formatDecimal(score, 3) }]),
    ...(reward === null ? [] : [{ key: "Reward", value: formatDecimal(reward, 3) }]),
    ...(pruned === null
      ? []
      : [
          {
            key: "Pruned",
            label: <Term id="pruned">Pruned</Term>,
            value: `${PRUNE_WORDS[pruned]}. ${PRUNE_MEANINGS[pruned]}`,
          },
        ]),
    ...(look.kept === null
      ? []
      : [
          {
            key: "Kept for",
            value:
              look.kept === "best" ? (
                <ChosenMark>the best path</ChosenMark>
              ) : (
                <RejectedMark>the worst path</RejectedMark>
              ),
          },
        ]),
    ...(scene.firstWrong.has(place)
      ? [{ key: "Wrong", value: <Term id="first-wrong-step">first wrong step of a chain</Term> }]
      : []),
    ...(look.end === null
      ? []
      : [
          {
            key: "Ends here",
            value: (
              <>
                <StatusMark tone={END_TONES[look.end]}>{END_WORDS[look.end]}</StatusMark>
                {terminal === null ? null : (
                  <span className="text-ink-soft"> {TERMINAL_WORDS[terminal]}</span>
                )}
              </>
            ),
          },
        ]),
    {
      key: "Ends below",
      value: `${formatInteger(below.right)} right, ${formatInteger(below.wrong)} wrong, ${formatInteger(below.other)} not decided`,
    },
  ];
  return (
    <div className="mt-3 [&_dl>div]:sm:grid-cols-[6.5rem_minmax(0,1fr)]">
      <KeyValueList items={items} />
    </div>
  );
}
