import { ClipboardCheck } from "lucide-react";
import Link from "next/link";
import { itemPath } from "../paths";

/** From a pair or a correction to its review item; nothing where it is none. */
export function ReviewLink({ number }: { readonly number: number | null }) {
  if (number === null) return null;
  return (
    <Link
      href={itemPath(number)}
      prefetch={false}
      aria-label={`Review item ${number}`}
      className="link inline-flex items-center gap-1 text-sm"
    >
      <ClipboardCheck size={13} aria-hidden />
      Review
    </Link>
  );
}
