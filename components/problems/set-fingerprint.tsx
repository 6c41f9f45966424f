import { CopyButton } from "@/components/ui/copy-button";
import { UNKNOWN } from "@/components/ui/format";
import { Code } from "@/components/ui/raw-text";

const SHOWN = 12;

/** The first letters of a set's fingerprint; the whole on hover and by the copy button. */
export function SetFingerprint({ sha256 }: { readonly sha256: string | null }) {
  if (sha256 === null) return <>{UNKNOWN}</>;
  return (
    <span className="inline-flex flex-wrap items-center" title={sha256}>
      <Code>{sha256.slice(0, SHOWN)}</Code>
      <CopyButton text={sha256} label="Copy the whole fingerprint" />
    </span>
  );
}
