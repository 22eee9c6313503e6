// Reads the band of a line: the smallest and the largest tick of each step.
import type { LineAnswer } from "../contract";

export type Values = (number | null)[];

/** A line with its band as values, where it has one. */
export interface Line extends LineAnswer {
  low?: Values;
  high?: Values;
}

/** Copies a line, as ticks will be added to it. */
export function open(line: LineAnswer): Line {
  const { band, values } = line;
  const reach = (levels: number[], sign: number) => values.map((value, i) => (value == null ? null : value + sign * levels[i]! * band!.unit));
  return { ...line, values: [...values], ...(band && { low: reach(band.below, -1), high: reach(band.above, 1) }) };
}

/** Everything of a line that has a value for each moment. */
export const columns = (line: Line): Values[] => (line.low ? [line.values, line.low, line.high!] : [line.values]);
