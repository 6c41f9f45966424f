export const workProcedures = {};
