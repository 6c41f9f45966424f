export { AnswerText } from "./answer-text";
export { MathText } from "./math-text";
export { MathTokens } from "./math-tokens";
