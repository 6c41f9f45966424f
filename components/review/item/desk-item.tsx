"use client";

import { Activity } from "react";
import type { ItemView } from "@/server/review/item-view.schema";
import { choosesSides } from "./choices";
import { DecisionBar } from "./decision-bar";
import { EditDialog } from "./edit-dialog";
import { HindranceNote, LostNote } from "./hindrance-note";
import { ItemBody } from "./item-body";
import { versionShown } from "./item-steps";
import type { KeyChoices } from "./keys/bindings";
import { SuggestionLine } from "./suggestion-line";
import type { DeskState } from "./use-desk";
import type { DeskActs } from "./use-desk-acts";
import type { Look } from "./use-look";
import { WhySection } from "./why-section";

interface DeskItemProps {
  readonly desk: DeskState;
  readonly view: ItemView;
  readonly look: Look;
  readonly acts: DeskActs;
  readonly choices: KeyChoices;
  /** Leases the item again. */
  readonly onTake: () => void;
}

/** The item in view with all that can be done to it; behind it, unseen, the ones that come next. */
export function DeskItem({ desk, view, look, acts, choices, onTake }: DeskItemProps) {
  const { number, next, lost, deck, mayDecide, advance } = desk;
  const upcoming = next.ready.filter((item) => item.number !== view.number);
  const { mayAct, draft } = acts;
  return (
    <>
      {view.hindrance === null ? null : (
        <HindranceNote view={view} mayDecide={mayDecide} onNext={deck === null ? null : advance} />
      )}
      {mayAct && lost.has(view.number) ? <LostNote onTake={onTake} /> : null}
      {[view, ...upcoming].map((item) => (
        <Activity key={item.number} mode={item.number === number ? "visible" : "hidden"}>
          <ItemBody
            view={item}
            draft={acts.draftFor(item)}
            raw={look.raw}
            facts={look.facts}
            focused={look.side}
            mayAct={item.number === view.number ? mayAct : true}
            acts={acts.bodyActs}
          />
        </Activity>
      ))}
      {view.suggestion === null || view.facts === null ? null : (
        <SuggestionLine
          suggestion={view.suggestion}
          facts={view.facts}
          choices={choices}
          onTake={
            mayAct
              ? () => {
                  acts.run("suggestion");
                }
              : null
          }
        />
      )}
      {mayAct ? (
        <>
          <WhySection
            draft={draft}
            reasons={acts.reasons}
            choices={choices}
            flagged={acts.flagged}
            noteRef={acts.noteRef}
            onReason={acts.toggleReason}
            onNote={acts.setNote}
            onLeaveNote={() => {
              acts.noteRef.current?.blur();
            }}
            onFlag={() => {
              acts.run("flag");
            }}
          />
          <DecisionBar
            blind={choosesSides(view)}
            choices={choices}
            current={acts.current}
            onChoose={acts.run}
            settle={acts.settling ? { on: look.settles, onChange: look.setSettles } : null}
          />
        </>
      ) : null}
      {look.editing === null ? null : (
        <EditDialog
          key={`${view.number}-${look.editing}`}
          side={look.editing}
          text={versionShown(view, draft, look.editing)?.text ?? view[look.editing].raw}
          sharedSteps={view.shared.length}
          onClose={() => {
            look.setEditing(null);
          }}
          onSave={acts.saveEdit}
        />
      )}
    </>
  );
}
