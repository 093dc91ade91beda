/**
 * Runs `stop` once, at the first SIGTERM or SIGINT, and exits: 0, or 1 when it failed.
 * Later signals do not hurry it; it has to be bounded by itself.
 */
export function stopOnSignal(stop: (signal: string) => Promise<void>): void {
  let stopping: Promise<void> | null = null;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stopping ??= stop(signal).then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
