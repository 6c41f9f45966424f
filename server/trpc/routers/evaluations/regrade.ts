export const regradeProcedures = {};
