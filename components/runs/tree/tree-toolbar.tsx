"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { memo, type Ref } from "react";
import { Button } from "@/components/ui/button";
import { formatCount, formatInteger } from "@/components/ui/format";
import { Kbd } from "@/components/ui/kbd";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { END_KINDS } from "./tree-search";
import { endOf, type EndKind, type Tree } from "./tree";
import type { TreeState } from "./use-tree-state";

const FILTERS: Readonly<Record<EndKind, string>> = {
  right: "Right ends",
  wrong: "Wrong ends",
  other: "Other ends",
};

interface TreeToolbarProps {
  readonly state: TreeState;
  readonly searchRef: Ref<HTMLInputElement>;
  /** Puts the focus back on the tree. */
  readonly onLeaveSearch: () => void;
  readonly onShowKeys: () => void;
}

/** Search, filter, the lit chain, folding. */
export function TreeToolbar({ state, searchRef, onLeaveSearch, onShowKeys }: TreeToolbarProps) {
  const { search, scene, matches, chain } = state;
  const { tree } = scene;
  return (
    <div role="toolbar" aria-label="Tools of the tree" className="mb-3 flex flex-wrap items-center gap-2">
      <search className="flex min-w-0 grow basis-64 items-center gap-1 sm:max-w-md">
        <TextInput
          ref={searchRef}
          type="search"
          aria-label="Search the steps"
          aria-keyshortcuts="/"
          placeholder="Search the steps"
          value={search.q}
          onChange={(event) => {
            state.setText(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter") state.find(event.shiftKey);
            else if (event.key === "Escape") onLeaveSearch();
            else return;
            event.preventDefault();
          }}
        />
        {search.q === "" ? null : (
          <>
            <output className="shrink-0 px-1 text-sm whitespace-nowrap text-ink-soft">
              {matchWords(state)}
            </output>
            <Button
              size="sm"
              aria-label="Previous match"
              disabled={matches.length === 0}
              onClick={() => {
                state.find(true);
              }}
            >
              <ChevronUp size={14} aria-hidden />
            </Button>
            <Button
              size="sm"
              aria-label="Next match"
              disabled={matches.length === 0}
              onClick={() => {
                state.find(false);
              }}
            >
              <ChevronDown size={14} aria-hidden />
            </Button>
          </>
        )}
      </search>
      <div className="min-w-0 flex-1 basis-36 sm:max-w-48">
        <Select
          aria-label="Ends that are not dimmed"
          value={search.ends ?? "all"}
          options={[
            { value: "all", label: "All ends" },
            ...END_KINDS.map((kind) => ({
              value: kind,
              label: `${FILTERS[kind]} (${formatInteger(countEnds(tree, kind))})`,
            })),
          ]}
          onValueChange={(value) => {
            state.setEnds(value === "all" ? null : value);
          }}
        />
      </div>
      <div className="min-w-0 flex-1 basis-36 sm:max-w-48">
        <ChainSelect tree={tree} value={chain?.id ?? ""} onChange={state.setChain} />
      </div>
      <Button
        onClick={() => {
          if (state.all) state.foldAll();
          else state.unfoldAll();
        }}
      >
        {state.all ? "Fold" : "Unfold all"}
      </Button>
      <span className="max-sm:hidden">
        <Button variant="quiet" onClick={onShowKeys}>
          Keys <Kbd>?</Kbd>
        </Button>
      </span>
    </div>
  );
}

interface ChainSelectProps {
  readonly tree: Tree;
  readonly value: string;
  readonly onChange: (id: string | null) => void;
}

/** One option a chain, thousands at times: not rendered anew with every step of a walk. */
const ChainSelect = memo(function ChainSelect({ tree, value, onChange }: ChainSelectProps) {
  return (
    <Select
      aria-label="Path that is lit"
      value={value}
      options={[
        { value: "", label: "Lit: selected step" },
        ...tree.columns.chains.map((chain) => ({
          value: chain.id,
          label: `Lit: chain ${chain.position + 1}, ${verdictWord(chain.verdict)}`,
          disabled: chain.end < 0,
        })),
      ]}
      onValueChange={(next) => {
        onChange(next === "" ? null : next);
      }}
    />
  );
});

function matchWords({ matches, scene }: TreeState): string {
  if (matches.length === 0) return "no match";
  const at = scene.selected === null ? -1 : matches.indexOf(scene.selected);
  return at < 0
    ? formatCount(matches.length, "match", "matches")
    : `${at + 1} of ${formatInteger(matches.length)}`;
}

function countEnds(tree: Tree, kind: EndKind): number {
  return tree.order.reduce((sum, place) => sum + (endOf(tree, place) === kind ? 1 : 0), 0);
}

function verdictWord(verdict: string): string {
  return verdict === "correct" ? "right" : verdict === "incorrect" ? "wrong" : "not decided";
}
