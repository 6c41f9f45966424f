/** The shape of a point; two series of one picture never share colour and shape. */
export type MarkShape = "circle" | "square" | "triangle" | "diamond";

export interface MarkProps {
  readonly shape: MarkShape;
  /** A CSS colour. */
  readonly colour: string;
  readonly cx: number;
  readonly cy: number;
  /** Not filled: what is not to be leaned on. */
  readonly hollow?: boolean;
}

const RADIUS = 4;

/** A point of a picture, inside an `svg`. */
export function Mark({ shape, colour, cx, cy, hollow = false }: MarkProps) {
  const look = { fill: hollow ? "var(--color-paper)" : colour, stroke: colour, strokeWidth: 1.5 };
  const at = (dx: number, dy: number): string => `${String(cx + dx)},${String(cy + dy)}`;
  switch (shape) {
    case "circle":
      return <circle cx={cx} cy={cy} r={RADIUS} {...look} />;
    case "square":
      return <rect x={cx - 3.6} y={cy - 3.6} width={7.2} height={7.2} {...look} />;
    case "triangle":
      return <polygon points={[at(0, -4.8), at(4.6, 3.6), at(-4.6, 3.6)].join(" ")} {...look} />;
    case "diamond":
      return <polygon points={[at(0, -5), at(5, 0), at(0, 5), at(-5, 0)].join(" ")} {...look} />;
  }
}

/** A point as a legend shows it. */
export function LegendMark({ shape, colour }: Pick<MarkProps, "shape" | "colour">) {
  return (
    <svg width={12} height={12} aria-hidden className="shrink-0">
      <Mark shape={shape} colour={colour} cx={6} cy={6} />
    </svg>
  );
}
