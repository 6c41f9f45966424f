"use client";

import { ChevronFirst, ChevronLast, Pause, Play, StepBack, StepForward, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { formatInteger } from "@/components/ui/format";
import { StageMark } from "@/components/ui/marks";
import { SafeText } from "@/components/ui/raw-text";
import { Select } from "@/components/ui/select";
import { describeMove } from "./growth-words";
import type { Tree } from "./tree";
import { SPEEDS, type Replay } from "./use-replay";

interface ReplayBarProps {
  readonly tree: Tree;
  readonly replay: Replay;
}

/** Steps through how the tree grew: values and visits on the page are those of the moment. */
export function ReplayBar({ tree, replay }: ReplayBarProps) {
  const { step, steps, move } = replay;
  if (steps === 0) return null;
  if (step === null) {
    return (
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-rule py-2">
        <Button icon={<Play size={14} aria-hidden />} onClick={replay.playOrPause}>
          Replay the growth
        </Button>
        <span className="text-sm text-ink-soft">
          {formatInteger(steps)} steps
          {replay.isLogged ? " of the search" : ", one a chain: this run kept no log of its search"}
        </span>
      </div>
    );
  }
  const words = move === null ? "Before the search: the statement alone." : describeMove(tree, move);
  return (
    <fieldset aria-label="Replay" className="border-b border-rule py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="flex gap-1">
          <ReplayButton
            label="First"
            disabled={step === 0}
            onClick={() => {
              replay.go(0);
            }}
          >
            <ChevronFirst size={15} aria-hidden />
          </ReplayButton>
          <ReplayButton
            label="Back"
            disabled={step === 0}
            onClick={() => {
              replay.go(step - 1);
            }}
          >
            <StepBack size={14} aria-hidden />
          </ReplayButton>
          <ReplayButton label={replay.isPlaying ? "Pause" : "Play"} onClick={replay.playOrPause}>
            {replay.isPlaying ? <Pause size={14} aria-hidden /> : <Play size={14} aria-hidden />}
          </ReplayButton>
          <ReplayButton
            label="Forward"
            disabled={step >= steps}
            onClick={() => {
              replay.go(step + 1);
            }}
          >
            <StepForward size={14} aria-hidden />
          </ReplayButton>
          <ReplayButton
            label="Last"
            disabled={step >= steps}
            onClick={() => {
              replay.go(steps);
            }}
          >
            <ChevronLast size={15} aria-hidden />
          </ReplayButton>
        </div>
        <input
          type="range"
          aria-label="Step of the growth"
          aria-valuetext={`Step ${step} of ${steps}: ${words}`}
          min={0}
          max={steps}
          value={step}
          onChange={(event) => {
            replay.go(Number(event.target.value));
          }}
          className="h-6 min-w-32 flex-1 accent-(--color-accent)"
        />
        <span className="text-sm whitespace-nowrap text-ink-soft">
          {formatInteger(step)} of {formatInteger(steps)}
        </span>
        <div className="w-32">
          <Select
            aria-label="Steps a second"
            value={String(replay.speed)}
            options={SPEEDS.map((speed) => ({ value: String(speed), label: `${speed} a second` }))}
            onValueChange={(value) => {
              const speed = SPEEDS.find((each) => String(each) === value);
              if (speed !== undefined) replay.setSpeed(speed);
            }}
          />
        </div>
        <ReplayButton label="Leave the replay" onClick={replay.leave}>
          <X size={14} aria-hidden />
        </ReplayButton>
      </div>
      <p aria-live={replay.isPlaying ? "off" : "polite"} className="mt-1.5 min-h-11 text-sm sm:min-h-5.5">
        {move === null || !replay.isLogged ? null : (
          <span className="mr-2">
            <StageMark stage={move.stage} label="short" />
          </span>
        )}
        <SafeText text={words} />
      </p>
    </fieldset>
  );
}

interface ReplayButtonProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

function ReplayButton({ label, children, ...rest }: ReplayButtonProps) {
  return (
    <Button {...rest} aria-label={label} title={label}>
      {children}
    </Button>
  );
}
