export interface ProgressLines {
  update(name: string, done: number, total: number): void;
  done(name: string): void;
}

/** One line for each tenth of a download: as readable in a terminal as in a log. */
export function createProgressLines(print: (line: string) => void = console.log): ProgressLines {
  const shown = new Map<string, number>();
  const say = (name: string, tenth: number, line: string): void => {
    if ((shown.get(name) ?? -1) >= tenth) return;
    shown.set(name, tenth);
    print(line);
  };
  return {
    update(name, done, total) {
      const tenth = total === 0 ? 0 : Math.min(10, Math.floor((done / total) * 10));
      say(name, tenth, `Model ${name}: ${megabytes(done)} of ${megabytes(total)} MB`);
    },
    done(name) {
      say(name, 11, `Model ${name}: in place.`);
    },
  };
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(0);
}
