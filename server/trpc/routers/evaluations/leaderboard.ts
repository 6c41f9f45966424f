export const leaderboardProcedures = {};
