/** One item in view, and what people do with it. */
export const actProcedures = {};
