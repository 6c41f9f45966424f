export { CalibrationChart } from "./calibration-chart";
export { CountBars } from "./count-bars";
export { DayColumns } from "./day-columns";
export { IntervalChart } from "./interval-chart";
export { LineChart } from "./line-chart";
export { FEW, type IntervalRow } from "./prepare-intervals";
export type { TimePoint } from "./prepare-time-series";
export { StackedBar } from "./stacked-bar";
