/** Campaigns, the queue and what surrounds it. */
export const queueProcedures = {};
