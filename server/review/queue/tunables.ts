/** How long an item is kept for whoever has it open, if their page says nothing more. */
export const LEASE_MS = 3 * 60_000;
