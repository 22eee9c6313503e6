// What every kind of panel can do on the page; panels.ts lists the kinds.
import type { PageAnswer, PanelAnswer, PanelTick } from "../contract";

/** A range that was read. */
export interface Shown {
  page: PageAnswer;
  /** Moments of the values of every line. */
  times: number[];
  /** Time of the latest tick; zero before the first. */
  latest: number;
}

export interface PanelView {
  readonly key: string;
  /** Shows what a range brought. */
  set(answer: PanelAnswer, shown: Shown): void;
  /** Adds what a tick brought, which may be nothing; false when only reading the range anew tells the truth. */
  add(tick: PanelTick, time: number, from: number): boolean | void;
  /** Takes the colours anew, where it paints by itself. */
  recolour?(): void;
}

/** Called when the reader has dragged across a chart, or double-clicked it. */
export interface Zooming {
  zoom(from: number, to: number): void;
  back(): void;
}
