import { Select } from "@/components/ui/select";

export type ImportKind = "training" | "benchmark";

const OPTIONS = [
  { value: "training", label: "training" },
  { value: "benchmark", label: "benchmark" },
] as const;

export interface KindSelectProps {
  readonly value: ImportKind | null;
  readonly onValueChange: (kind: ImportKind) => void;
  /** Only outside a Field. */
  readonly "aria-label"?: string;
}

/** What problems are for. There is no default: the wrong choice would spoil a measurement. */
export function KindSelect({ value, ...rest }: KindSelectProps) {
  return <Select options={OPTIONS} placeholder="Choose" value={value ?? ""} {...rest} />;
}
