import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";

const KEYS: readonly (readonly [keys: readonly string[], meaning: string])[] = [
  [["←"], "to the step before"],
  [["→"], "to the first step after; unfolds what is folded"],
  [["↑", "↓"], "to the sibling before or after, or the nearest step of the same depth"],
  [["Home"], "to the statement"],
  [["End"], "to the end of this path, along the most visited steps"],
  [["Enter"], "unfold, or open what is known of the step"],
  [["Esc"], "back to the tree"],
  [["Space"], "fold or unfold"],
  [["/"], "search"],
  [["n", "N"], "next or previous match"],
  [["r"], "raw text of the step, or its mathematics drawn"],
  [["+", "-", "0"], "larger, smaller, all of the tree"],
  [["p"], "play or pause how the tree grew"],
  [[",", "."], "one step of growth back or forward"],
  [["?"], "this list"],
];

interface KeysDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Every key of the page. */
export function KeysDialog(props: KeysDialogProps) {
  return (
    <Dialog {...props} title="Keys">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 gap-y-1.5">
        {KEYS.map(([keys, meaning]) => (
          <div key={meaning} className="contents">
            <dt className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-sm text-ink-soft">
        The arrows, Home, End, Enter and Space act while the tree has the focus. By mouse: drag or wheel to
        move, Ctrl and wheel to zoom, double click to fold. On a touch screen: drag, pinch, tap.
      </p>
    </Dialog>
  );
}
