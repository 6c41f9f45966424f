import { pathTo, type Place, type Tree } from "./tree";
import { stepText } from "./item-words";
import { PanelSection } from "./panel-section";
import { MathText } from "@/components/math";

interface NodeStepsProps {
  readonly tree: Tree;
  readonly place: Place;
  readonly onSelect: (place: Place) => void;
}

/** The steps that lead to a node, each a button that goes there. */
export function NodeSteps({ tree, place, onSelect }: NodeStepsProps) {
  const before = pathTo(tree, place).slice(1, -1);
  if (before.length === 0) return null;
  return (
    <PanelSection title="Steps before">
      <ol>
        {before.map((each) => (
          <li key={each}>
            <button
              type="button"
              onClick={() => {
                onSelect(each);
              }}
              className="grid w-full grid-cols-[1.25rem_minmax(0,1fr)] items-baseline gap-x-1.5 rounded-sm py-0.5 text-left hover:bg-accent-wash"
            >
              <span className="text-right text-xs text-ink-faint">{tree.depth[each]}</span>
              <span className="line-clamp-1 font-serif">
                <MathText text={stepText(tree, each)} inline limit={120} />
              </span>
            </button>
          </li>
        ))}
      </ol>
    </PanelSection>
  );
}
