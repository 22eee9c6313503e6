// All panels of the page: hands them what a range or a tick brought, and keeps their empty and failed states.
import type { PageAnswer, PanelState, PanelTick, TickAnswer } from "./contract";
import { find, findAll, show } from "./dom";
import { Chart } from "./panels/charts";
import { Heatmap } from "./panels/heatmaps";
import { Distribution } from "./panels/distributions";
import { Score } from "./panels/scores";
import { Table } from "./panels/tables";
import { Tile } from "./panels/tiles";
import type { PanelView, Zooming } from "./panels/views";
import { lengthOf, view } from "./state";

// Ticks are finer than the steps of a long range; after this many the range is read anew.
const MOST_TICKS = 240;

/** The kinds of panels by the attribute that holds their key; a new kind is one more line. */
const kinds: Record<string, new (element: HTMLElement, zooming: Zooming) => PanelView> = {
  tile: Tile,
  score: Score,
  table: Table,
  chart: Chart,
  distribution: Distribution,
  heatmap: Heatmap,
};

export class Panels {
  private readonly panels: PanelView[];
  private answer: PageAnswer | null = null;
  private ticks = 0;

  /** Time of the latest tick shown, in seconds since 1970; zero before the first. */
  latest = 0;

  /** @param reread Called when ticks alone no longer tell the truth. */
  constructor(zooming: Zooming, private readonly reread: () => void) {
    this.panels = Object.entries(kinds).flatMap(([kind, View]) => findAll(`[data-${kind}]`).map(element => new View(element, zooming)));
  }

  set(answer: PageAnswer): void {
    this.answer = answer;
    this.ticks = 0;
    this.latest = answer.tick ?? 0;
    const count = Math.max(0, ...Object.values(answer.panels).map(panel => panel.lines?.[0]?.values.length ?? 0));
    const times = Array.from({ length: count }, (_, i) => answer.first + i * answer.step);
    for (const panel of this.panels) {
      const read = answer.panels[panel.key] ?? { state: "failed" };
      panel.set(read, { page: answer, times, latest: this.latest });
      setState(panel.key, read.state);
    }
    show(find("[data-waiting]"), answer.tick == null);
  }

  add(tick: TickAnswer): void {
    const answer = this.answer;
    if (!answer || tick.time <= this.latest) return;
    const missed = tick.time - this.latest > 1.6 * answer.interval;
    this.latest = tick.time;
    const complete = this.spread(tick, lengthOf(view().range));
    const stale = answer.step > answer.interval && ++this.ticks > MOST_TICKS;
    if (missed || stale || !complete) this.reread();
  }

  recolour(): void {
    for (const panel of this.panels) panel.recolour?.();
  }

  private spread(tick: TickAnswer, length: number): boolean {
    let complete = true;
    for (const panel of this.panels) {
      const news = tick.panels[panel.key] ?? {};
      if (panel.add(news, tick.time, tick.time - length) === false) complete = false;
      if (shows(news)) setState(panel.key, "ok");
      else if (news.rows && !news.list) setState(panel.key, "empty");
    }
    show(find("[data-waiting]"), false);
    return complete;
  }
}

const shows = ({ rows, values }: PanelTick): boolean => (rows ? rows.length : values && Object.keys(values).length) ? true : false;

function setState(key: string, state: PanelState): void {
  const panel = find(Object.keys(kinds).map(kind => `.panel[data-${kind}="${key}"]`).join());
  if (!panel) return;
  show(find("[data-instead]", panel), state !== "ok");
  show(find("[data-empty]", panel), state !== "failed");
  show(find("[data-failed]", panel), state === "failed");
}
