import { Mark, type MarkProps } from "./marks";

interface PlacedMarkProps {
  readonly mark: Pick<MarkProps, "shape" | "colour">;
  /** Given by Recharts, which draws copies of this one; missing where a line has its gap. */
  readonly cx?: number | null;
  readonly cy?: number | null;
}

/** A mark where Recharts puts it. */
export function PlacedMark({ mark, cx, cy }: PlacedMarkProps) {
  if (typeof cx !== "number" || typeof cy !== "number" || Number.isNaN(cy)) return null;
  return <Mark {...mark} cx={cx} cy={cy} />;
}
