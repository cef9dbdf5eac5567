/** Writes a line with the minutes since the start. */
export function say(text: string): void {
  process.stdout.write(`${(process.uptime() / 60).toFixed(1)} min  ${text}\n`);
}
