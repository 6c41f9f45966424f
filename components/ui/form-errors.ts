/** What a failed tRPC call says. */
interface ServerError {
  readonly message: string;
  readonly data?: { readonly field?: string | null; readonly fix?: string | null } | null | undefined;
}

/** The message for one field of a form, with its fix; null when the failure is about another field or none. */
export function fieldError(error: ServerError | null, field: string): string | null {
  if (error?.data?.field !== field) return null;
  const fix = error.data.fix ?? null;
  return fix === null ? error.message : `${error.message} ${fix}`;
}

/** A failure that belongs to none of the form's fields. */
export function otherError<T extends ServerError>(error: T | null, fields: readonly string[]): T | null {
  return error !== null && fields.includes(error.data?.field ?? "") ? null : error;
}
