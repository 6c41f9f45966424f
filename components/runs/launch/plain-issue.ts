/** The parts of a zod issue that decide its words. */
interface Issue {
  readonly code: string;
  readonly expected?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly inclusive?: boolean;
  readonly input?: unknown;
}

/** Zod's finding in plain words, for where the schema has none of its own. */
export function plainIssue(issue: Issue): string | undefined {
  const empty = issue.input === null || issue.input === undefined || Number.isNaN(issue.input);
  if (issue.code === "invalid_type") {
    if (empty) return issue.expected === "string" ? "Choose one." : "Give a number.";
    return issue.expected === "int" ? "Give a whole number." : undefined;
  }
  if (issue.code === "too_small") {
    return `${issue.inclusive === false ? "More than" : "At least"} ${bound(issue.minimum)}.`;
  }
  if (issue.code === "too_big") {
    return typeof issue.input === "string"
      ? `At most ${bound(issue.maximum)} characters.`
      : `At most ${bound(issue.maximum)}.`;
  }
  return undefined;
}

function bound(value: unknown): string {
  return typeof value === "number" ? value.toLocaleString("en-GB") : String(value);
}
