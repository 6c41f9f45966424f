import { isRunFieldPath, type RunFieldPath } from "../run-fields";

/** What a failed tRPC call says. */
interface ServerError {
  readonly message: string;
  readonly data?: { readonly field?: string | null; readonly fix?: string | null } | null | undefined;
}

/**
 * The field of the launch form that the server refused, with its words and the fix; null where the failure
 * is about no field of the form.
 */
export function serverFieldError(
  error: ServerError,
): { readonly path: RunFieldPath; readonly message: string } | null {
  const field = error.data?.field ?? "";
  if (!isRunFieldPath(field)) return null;
  const fix = error.data?.fix ?? null;
  return { path: field, message: fix === null ? error.message : `${error.message} ${fix}` };
}
