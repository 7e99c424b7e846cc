/** Work shorter than this is done before anybody wonders. */
const SILENT_MILLISECONDS = 1000;

/** Tells stages with counts on the side channel, once the work has taken long enough for somebody to wait. */
export function progressTo(write: (line: string) => void): (stage: string) => void {
  const started = performance.now();
  return (stage) => {
    if (performance.now() - started >= SILENT_MILLISECONDS) write(`${stage} …\n`);
  };
}
