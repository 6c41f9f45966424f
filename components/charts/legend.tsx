import { LegendMark, type MarkProps } from "./marks";

interface LegendProps {
  /** What each entry is. */
  readonly label: string;
  readonly entries: readonly (Pick<MarkProps, "shape" | "colour"> & {
    readonly key: string;
    readonly label: string;
  })[];
}

/** Which mark stands for what, below a picture. */
export function Legend({ label, entries }: LegendProps) {
  return (
    <ul aria-label={label} className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-soft">
      {entries.map(({ key, label: name, colour, shape }) => (
        <li key={key} className="flex min-w-0 items-center gap-1.5">
          <LegendMark shape={shape} colour={colour} />
          <bdi className="min-w-0 wrap-anywhere">{name}</bdi>
        </li>
      ))}
    </ul>
  );
}
