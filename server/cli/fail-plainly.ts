import { AppError, errorMessage } from "@/server/foundation/errors";

/** Runs a command; what goes wrong is one sentence and its fix, not a stack. */
export async function failPlainly(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(errorMessage(error));
    if (error instanceof AppError && error.fix !== undefined) console.error(error.fix);
    process.exit(1);
  }
}
