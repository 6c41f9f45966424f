export * from "./calls";
export * from "./models";
export * from "./outcomes";
export * from "./problems";
export { runEvents, runProblems, runRates, runs, type RunEstimate, type RunLive } from "./runs";
export * from "./worker";
