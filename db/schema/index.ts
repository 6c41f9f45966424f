export * from "./accounts";
export * from "./calls";
export * from "./models";
export * from "./outcomes";
export * from "./problems";
export * from "./review";
export { runEvents, runProblems, runRates, runs, type RunEstimate, type RunLive } from "./runs";
export * from "./worker";
