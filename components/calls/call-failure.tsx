/**
 * `components/calls` owns what every model call shows, whoever made it: its failure, what was sent, what came back, what it
 * cost. It knows neither runs nor evaluations.
 */
import { SafeText } from "@/components/ui/raw-text";

interface CallFailureProps {
  readonly kind: string | null;
  readonly message: string | null;
  /** What the failure took with it, and what went on. */
  readonly consequence: string;
}

/** Why a call failed. */
export function CallFailure({ kind, message, consequence }: CallFailureProps) {
  return (
    <div role="alert" className="mb-5 border-l-2 border-danger pl-3">
      <p className="font-medium text-danger">The call failed: {kind ?? "no kind was stored"}</p>
      {message === null ? null : (
        <p className="wrap-anywhere">
          <SafeText text={message} />
        </p>
      )}
      <p className="text-sm text-ink-soft">{consequence}</p>
    </div>
  );
}
