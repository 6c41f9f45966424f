"use client";

import { Network } from "lucide-react";
import { useMemo, useState } from "react";
import { treePath } from "@/components/runs/tree/tree-path";
import { Button, LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/page";
import { EmptyState } from "@/components/ui/states";
import { Term } from "@/components/ui/term";
import { branchesTo, outline } from "./outline";
import { ShowMore, useShown } from "@/components/calls/show-more";
import { indexNodes, nodesOfSteps } from "./step-values";
import { TreeBranch } from "./tree-branch";
import type { TreeLook } from "./tree-look";
import type { ProblemDetail } from "./types";
import { useAnchor } from "@/components/calls/use-anchor";

/** Above this many nodes the branches start folded. */
const FOLD_ABOVE = 40;
const BRANCHES_AT_ONCE = 40;

export function TreeSection({ detail }: { readonly detail: ProblemDetail }) {
  const [folded, setFolded] = useState(detail.nodes.length > FOLD_ABOVE);
  const [round, setRound] = useState(0);
  const branches = useMemo(() => outline(detail.nodes), [detail.nodes]);
  const look = useLook(detail);
  const anchor = useAnchor();
  const path = anchor.startsWith("node-") ? branchesTo(branches, anchor.slice("node-".length)) : [];
  const shown = useShown(
    branches.length,
    BRANCHES_AT_ONCE,
    branches.findIndex(({ id }) => id === path[0]),
  );
  const root = detail.nodes.find(({ parentId }) => parentId === null);
  const setAll = (all: boolean): void => {
    setFolded(all);
    setRound(round + 1);
  };
  return (
    <Section
      id="tree"
      title="Search tree"
      lede={
        <>
          Every <Term id="prefix" /> that was tried. A fork indents; the bar is the <Term id="value" />, the
          share of <Term id="rollout">rollouts</Term> through a step that came out right.
        </>
      }
      actions={
        branches.length === 0 ? null : (
          <>
            <LinkButton
              size="sm"
              variant="primary"
              href={treePath(detail.run.runId, detail.run.problemId)}
              icon={<Network size={14} aria-hidden />}
            >
              Look into the tree
            </LinkButton>
            <Button
              size="sm"
              onClick={() => {
                setAll(!folded);
              }}
            >
              {folded ? "Unfold all" : "Fold all"}
            </Button>
          </>
        )
      }
    >
      {branches.length === 0 ? (
        <EmptyState title="No tree yet">It grows as the run works on the problem.</EmptyState>
      ) : (
        <>
          <ul className="border-y border-rule" aria-label="Search tree">
            {branches.slice(0, shown.count).map((branch) => (
              <TreeBranch
                key={`${branch.id}/${round}`}
                branch={branch}
                look={look}
                folded={folded}
                path={path}
                level={0}
              />
            ))}
          </ul>
          <ShowMore shown={shown} total={branches.length} noun="branches" />
          {root === undefined || root.visits === 0 ? null : (
            <p className="mt-2 text-sm text-ink-soft">
              {root.wins} of {root.visits} rollouts through the root came out right.
            </p>
          )}
        </>
      )}
    </Section>
  );
}

function useLook({ nodes, chains }: ProblemDetail): TreeLook {
  return useMemo(() => {
    const index = indexNodes(nodes);
    const wrong = chains.flatMap(({ steps, firstWrongStep }) =>
      firstWrongStep === null ? [] : [nodesOfSteps(steps, index)[firstWrongStep]?.id ?? ""],
    );
    return { firstWrong: new Set(wrong), chains: new Map(chains.map((chain) => [chain.id, chain])) };
  }, [nodes, chains]);
}
