interface Stoppable {
  stop(): Promise<void>;
}

/** Ctrl-C and SIGTERM stop the parts in order and end the process; a second one ends it at once. */
export function stopOnSignals(parts: readonly Stoppable[]): void {
  const stop = async (): Promise<void> => {
    for (const part of parts) await part.stop();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(1));
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
}
