"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { RawText } from "@/components/ui/raw-text";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { MathText } from "@/components/math";
import { NodeChains } from "./node-chains";
import { NodeCorrections } from "./node-corrections";
import { NodeFigures } from "./node-figures";
import { NodePairs } from "./node-pairs";
import { NodeSource } from "./node-source";
import { NodeSteps } from "./node-steps";
import type { Scene } from "./scene";
import type { Place } from "./tree";
import type { TreeOwner } from "./types";
import { useSettled } from "./use-settled";

const SETTLES_MS = 120;

interface NodePanelProps {
  readonly scene: Scene;
  readonly place: Place;
  readonly owner: TreeOwner;
  readonly raw: boolean;
  readonly onRawChange: (raw: boolean) => void;
  readonly onSelect: (place: Place) => void;
}

/** Everything that is known of one node: its step, figures, rollouts, call, pairs and corrections. */
export function NodePanel({ scene, place, owner, raw, onRawChange, onSelect }: NodePanelProps) {
  const trpc = useTRPC();
  const { tree } = scene;
  const nodeId = tree.columns.id[place] ?? "";
  const settled = useSettled(nodeId, SETTLES_MS);
  const { runId, problemId } = owner;
  const detail = useQuery(trpc.runs.treeNode.queryOptions({ runId, problemId, nodeId: settled }));
  const isRoot = place === tree.root;
  const data = settled === nodeId ? detail.data : undefined;
  const text = isRoot ? owner.statement : (data?.node.step ?? tree.columns.step[place] ?? "");
  return (
    <div className="min-w-0">
      <div className="mb-2 flex items-center gap-3">
        <h2 className="flex-1 font-serif text-lg font-semibold">
          {isRoot ? "The statement" : `Step ${tree.depth[place] ?? 0}`}
        </h2>
        <Button
          size="sm"
          variant="quiet"
          aria-pressed={raw}
          onClick={() => {
            onRawChange(!raw);
          }}
        >
          Raw text <Kbd>r</Kbd>
        </Button>
      </div>
      {raw ? <RawText text={text} label="Raw text of the step" /> : <MathText text={text} limit={2_000} />}
      <NodeFigures scene={scene} place={place} />
      <NodeSteps tree={tree} place={place} onSelect={onSelect} />
      {settled === nodeId && detail.isError ? (
        <ErrorState
          compact
          title="The step could not be read"
          error={detail.error}
          retrying={detail.isFetching}
          onRetry={() => {
            detail.refetch().catch(() => undefined);
          }}
        />
      ) : data === undefined ? (
        <div className="mt-4">
          <SkeletonRows rows={5} label="Reading the step" />
        </div>
      ) : (
        <>
          <NodeChains key={`chains/${nodeId}`} chains={data.chains} owner={owner} tree={tree} />
          <NodePairs key={`pairs/${nodeId}`} pairs={data.pairs} owner={owner} />
          <NodeCorrections key={`corrections/${nodeId}`} corrections={data.corrections} owner={owner} />
          <NodeSource key={`source/${nodeId}`} source={data.source} firstWrote={data.node.callId !== null} />
        </>
      )}
    </div>
  );
}
