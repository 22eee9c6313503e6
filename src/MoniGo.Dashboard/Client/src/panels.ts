// All panels of the page: hands them what a range or a tick brought, and keeps their empty and failed states.
import { Chart, type Zooming } from "./panels/charts";
import type { PageAnswer, PanelState, TickAnswer } from "./contract";
import { find, findAll, show } from "./dom";
import { Score } from "./panels/scores";
import { lengthOf, view } from "./state";
import { Table } from "./panels/tables";
import { SPARK, Tile } from "./panels/tiles";

// Ticks are finer than the steps of a long range; after this many the range is read anew.
const MOST_TICKS = 240;

export class Panels {
  private readonly charts: Chart[];
  private readonly tiles = findAll("[data-tile]").map(element => new Tile(element));
  private readonly scores = findAll("[data-score]").map(element => new Score(element));
  private readonly tables = findAll("[data-table]").map(element => new Table(element));
  private answer: PageAnswer | null = null;
  private ticks = 0;
  private slid = 0;

  /** Time of the latest tick shown, in seconds since 1970; zero before the first. */
  latest = 0;

  /** @param reread Called when ticks alone no longer tell the truth. */
  constructor(zooming: Zooming, private readonly reread: () => void) {
    this.charts = findAll("[data-chart]").map(section => new Chart(section, zooming));
  }

  set(answer: PageAnswer): void {
    this.answer = answer;
    this.ticks = 0;
    this.slid = this.latest = answer.tick ?? 0;
    const count = Math.max(0, ...Object.values(answer.panels).map(panel => panel.lines?.[0]?.values.length ?? 0));
    const times = Array.from({ length: count }, (_, i) => answer.first + i * answer.step);
    const of = (key: string) => answer.panels[key] ?? { state: "failed" as const };
    for (const panel of [...this.tiles, ...this.scores, ...this.tables]) panel.set(of(panel.key));
    for (const chart of this.charts) {
      chart.set(of(chart.key), times, answer);
      const now = answer.panels[chart.key]?.now;
      if (now && answer.tick) chart.add(answer.tick, now, answer.from);
    }
    for (const [key, panel] of Object.entries(answer.panels)) setState(key, panel.state);
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
    for (const chart of this.charts) chart.recolour();
  }

  private spread(tick: TickAnswer, length: number): boolean {
    const slide = tick.time - this.slid >= length / SPARK;
    if (slide) this.slid = tick.time;
    let complete = true;
    for (const tile of this.tiles) {
      const { tile: text, values } = tick.panels[tile.key] ?? {};
      tile.add(text, values && Object.values(values)[0], slide);
    }
    for (const score of this.scores) {
      const verdict = tick.panels[score.key]?.score;
      if (verdict) score.say(verdict);
    }
    for (const chart of this.charts) {
      const values = tick.panels[chart.key]?.values ?? {};
      complete = chart.add(tick.time, values, tick.time - length) && complete;
      if (Object.keys(values).length) setState(chart.key, "ok");
    }
    for (const table of this.tables) {
      const rows = tick.panels[table.key]?.rows;
      if (!rows) continue;
      table.setRows(rows);
      setState(table.key, rows.length ? "ok" : "empty");
    }
    show(find("[data-waiting]"), false);
    return complete;
  }
}

function setState(key: string, state: PanelState): void {
  const panel = find(`[data-chart="${key}"], [data-table="${key}"]`);
  if (!panel) return;
  show(find("[data-instead]", panel), state !== "ok");
  show(find("[data-empty]", panel), state !== "failed");
  show(find("[data-failed]", panel), state === "failed");
}
