import { StatusMark } from "@/components/ui/status-mark";
import type { Flags } from "./use-flags";

/** "reference answer doubted by 2", or nothing. */
export function DoubtedMark({ flags }: { readonly flags: Flags }) {
  if (flags.length === 0) return null;
  return (
    <StatusMark tone="warning">
      <span className="whitespace-normal">
        reference answer doubted by{" "}
        {flags.length === 1 && flags[0]?.mine === true ? "you" : flags.length.toLocaleString("en-GB")}
      </span>
    </StatusMark>
  );
}
