"use client";

import { ChevronDown, ChevronRight } from "lucide-react";
import { useState } from "react";
import { formatCount } from "@/components/ui/format";
import type { Branch } from "./outline";
import type { TreeLook } from "./tree-look";
import { TreeStep } from "./tree-step";
import type { TreeNodeRow } from "./types";

interface TreeBranchProps {
  readonly branch: Branch<TreeNodeRow>;
  readonly look: TreeLook;
  readonly folded: boolean;
  /** Branches that the address points into: these are open. */
  readonly path: readonly string[];
  readonly level: number;
}

/** On narrow windows deep forks indent no further. */
const DEEPEST_INDENT = 6;

/** A run of steps and the forks after it; folded, its first step stands for it. */
export function TreeBranch({ branch, look, folded, path, level }: TreeBranchProps) {
  const wanted = path.includes(branch.id);
  const [choice, setChoice] = useState<boolean | null>(null);
  const open = choice ?? (wanted || !folded);
  const [first] = branch.steps;
  if (first === undefined) return null;
  const rest = branch.size - 1;
  return (
    <li className="border-b border-rule last:border-b-0">
      <div className="flex items-start">
        {rest === 0 ? (
          <span className="w-6 shrink-0" />
        ) : (
          <button
            type="button"
            aria-expanded={open}
            aria-label={open ? "Fold" : `Unfold ${formatCount(rest, "further step")}`}
            onClick={() => {
              setChoice(!open);
            }}
            className="mt-1 flex h-6 w-6 shrink-0 items-center justify-center rounded-sm text-ink-soft hover:bg-accent-wash hover:text-accent"
          >
            {open ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
          </button>
        )}
        <div className="min-w-0 flex-1">
          <TreeStep node={first} look={look} hidden={open ? 0 : rest} />
          {open
            ? branch.steps.slice(1).map((node) => <TreeStep key={node.id} node={node} look={look} />)
            : null}
        </div>
      </div>
      {open && branch.branches.length > 0 ? (
        <ul className={level < DEEPEST_INDENT ? "ml-3 border-l border-rule pl-1 sm:ml-4 sm:pl-3" : undefined}>
          {branch.branches.map((below) => (
            <TreeBranch
              key={below.id}
              branch={below}
              look={look}
              folded={folded}
              path={path}
              level={level + 1}
            />
          ))}
        </ul>
      ) : null}
    </li>
  );
}
