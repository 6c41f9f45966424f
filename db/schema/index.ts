export * from "./models";
export * from "./problems";
export * from "./runs";
export * from "./worker";
