export const readingProcedures = {};
