export { LineChart } from "./line-chart";
export type { TimePoint } from "./prepare-time-series";
export { StackedBar } from "./stacked-bar";
