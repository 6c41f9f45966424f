export const compareProcedures = {};
