import { GRADER_VERSION } from "@/server/math";
import { RULES_VERSION } from "./rules";

/** What an evaluation's verdicts are stored under: the grader, and the rules of benchmarks that it was asked with. */
export const EVALUATION_GRADER = `${GRADER_VERSION}+rules.${RULES_VERSION}`;
