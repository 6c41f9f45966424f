/** The shape of a point; two series of one picture never share colour and shape. */
export type MarkShape = "circle" | "square" | "triangle" | "diamond";

export interface MarkProps {
  readonly shape: MarkShape;
  /** A CSS colour. */
  readonly colour: string;
  readonly cx: number;
  readonly cy: number;
}

/** Around the point itself, all of about the same weight. */
const PATHS: Readonly<Record<MarkShape, string>> = {
  circle: "M-4 0a4 4 0 1 1 8 0a4 4 0 1 1 -8 0Z",
  square: "M-3.6 -3.6H3.6V3.6H-3.6Z",
  triangle: "M0 -4.8L4.6 3.6H-4.6Z",
  diamond: "M0 -5L5 0L0 5L-5 0Z",
};

/** A point of a picture, inside an `svg`. */
export function Mark({ shape, colour, cx, cy }: MarkProps) {
  return (
    <path
      d={PATHS[shape]}
      transform={`translate(${String(cx)} ${String(cy)})`}
      fill={colour}
      stroke={colour}
      strokeWidth={1.5}
    />
  );
}

/** A point as a legend shows it. */
export function LegendMark({ shape, colour }: Pick<MarkProps, "shape" | "colour">) {
  return (
    <svg width={12} height={12} aria-hidden className="shrink-0">
      <Mark shape={shape} colour={colour} cx={6} cy={6} />
    </svg>
  );
}
