import { parseAsString } from "nuqs/server";

/** What of the audit log is looked at; all of it in the address. */
export const auditParams = { person: parseAsString, action: parseAsString };
