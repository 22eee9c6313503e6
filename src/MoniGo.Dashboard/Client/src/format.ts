// Writes numbers and moments; numbers exactly as the server's Unit.Write does.

const plain = [2, 1, 0].map(digits => new Intl.NumberFormat("en-US", { maximumFractionDigits: digits }));

export const nothing = "–";

export function write(value: number | null | undefined): string {
  if (value == null || !isFinite(value)) return nothing;
  const size = Math.abs(value);
  if (size === 0) return "0";
  if (size < 0.01) return value < 0 ? "-0.01" : "<0.01";
  if (size < 9.995) return plain[0]!.format(value);
  if (size < 99.95) return plain[1]!.format(value);
  if (size < 999_999.5) return plain[2]!.format(value);
  return size < 999_500_000 ? plain[0]!.format(value / 1e6) + "M" : plain[0]!.format(value / 1e9) + "G";
}

/** Writes a number for an axis, where there is room for five characters. */
export const writeShort = (value: number): string => (value >= 9999.5 && value < 999_500 ? write(value / 1e3) + "k" : write(value));

/** Rounds up to a number whose half is round too; the server's still drawing does the same. */
export function niceTop(largest: number): number {
  if (!(largest > 0) || !isFinite(largest)) return 1;
  const power = 10 ** Math.floor(Math.log10(largest));
  for (const step of [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8]) if (largest <= step * power * 1.0001) return step * power;
  return 10 * power;
}

const clockFormat = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
const minuteFormat = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const dayFormat = new Intl.DateTimeFormat(undefined, { month: "short", day: "numeric" });

const date = (seconds: number) => new Date(seconds * 1000);

export const clock = (seconds: number) => clockFormat.format(date(seconds));
export const minute = (seconds: number) => minuteFormat.format(date(seconds));
export const day = (seconds: number) => dayFormat.format(date(seconds));

/** A moment with as much of the date as its distance from now asks for. */
export function moment(seconds: number): string {
  const today = date(seconds).toDateString() === new Date().toDateString();
  return today ? clock(seconds) : `${day(seconds)} ${clock(seconds)}`;
}

/** A moment for a table: the clock today, the day and the minute before. */
export function dated(seconds: number): string {
  const today = date(seconds).toDateString() === new Date().toDateString();
  return today ? clock(seconds) : `${day(seconds)} ${minute(seconds)}`;
}

/** The reader's time zone, such as "Europe/Stockholm". */
export const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "local time";
