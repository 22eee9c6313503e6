// One chart: takes over the server's still drawing with uPlot, follows the ticks, reports zooms. Cursors of all charts move together.
import uPlot from "uplot";
import type { PanelAnswer, PanelTick } from "../contract";
import { find, findAll, make, setText } from "../dom";
import { clock, day, minute, moment, niceTop, write, writeShort } from "../format";
import { columns, type Line, open } from "./bands";
import { Restarts } from "./restarts";
import type { PanelView, Shown, Zooming } from "./views";

const LEFT = 42;
const BOTTOM = 20;
const OTHER = "other";
const TOP = 8;
const RIGHT = 8;

// Half of what "Nov 20" and "20:20:15" take, so that a label at the edge is dropped and not cut.
const [HALF_LABEL, HALF_CLOCK] = [19, 26];
// Room for "20:20"; steps of half a minute and less take room for "20:20:15", ranges of days for "Nov 20".
const SPACE = 42;
const MINUTE = 60;
const DAY = 86_400;

// The bounds of a band are series without a line; the style sheet hides their points under the cursor.
const EDGE: uPlot.Series = { class: "edge", width: 0, points: { show: false } };

export class Chart implements PanelView {
  readonly key: string;
  private readonly box: HTMLElement;
  private readonly legend: HTMLElement;
  private readonly at: HTMLElement | null;
  private plot: uPlot | null = null;
  private readonly restarts = new Restarts();
  private lines: Line[] = [];
  private times: number[] = [];
  private from = 0;
  private to = 0;
  private top = 1;
  // How many of the points are whole steps; all of them where a step is a tick.
  private steps = 0;

  constructor(private readonly section: HTMLElement, private readonly zooming: Zooming) {
    this.key = section.dataset["chart"]!;
    this.box = find("[data-plot]", section)!;
    this.legend = find("[data-legend]", section)!;
    this.at = find("[data-at]", section);
    new ResizeObserver(() => this.plot?.setSize(this.size())).observe(this.box);
  }

  /** Shows an answer; lines may have come or gone since the last. */
  set(answer: PanelAnswer, { times, latest, page }: Shown): void {
    const { from, to, step, interval, restarts } = page;
    [this.times, this.from, this.to] = [[...times], from, to];
    this.steps = step > interval ? times.length : Infinity;
    this.restarts.set(restarts ?? []);
    const lines = (answer.lines ?? []).map(open);
    const sameLines = lines.length === this.lines.length && lines.every((line, i) => line.label === this.lines[i]!.label && !line.band === !this.lines[i]!.band);
    this.lines = lines;
    if (!sameLines || !this.plot) this.build();
    else this.draw();
    if (answer.now && latest) this.add({ values: answer.now }, latest, from);
  }

  /** Adds a tick and lets the window slide; tells whether every value found its line. */
  add({ values = {} }: PanelTick, time: number, from: number): boolean {
    // A step that is still being filled ends after the tick; the tick takes its place.
    while (this.times.length && this.times[this.times.length - 1]! >= time) this.cut(this.times.length - 1, 1);
    let gone = 0;
    while (gone < this.times.length && this.times[gone]! <= from) gone++;
    this.cut(0, gone);

    this.times.push(time);
    const strangers = Object.keys(values).filter(label => !this.lines.some(line => line.label === label));
    const other = strangers.reduce((sum, label) => sum + values[label]!, 0);
    for (const line of this.lines)
      for (const column of columns(line)) column.push(values[line.label] ?? (line.label === OTHER ? other : null));
    [this.from, this.to] = [from, time];
    this.draw();
    return !strangers.length || this.lines.some(line => line.label === OTHER);
  }

  /** Takes the colours anew, after a change of theme. */
  recolour(): void {
    this.build();
  }

  private cut(at: number, count: number): void {
    if (!count) return;
    this.times.splice(at, count);
    if (at < this.steps) this.steps -= count;
    for (const line of this.lines) for (const column of columns(line)) column.splice(at, count);
  }

  private draw(): void {
    // A tick beside steps of an hour is a peak that no step has; it goes over the edge rather than flatten a month.
    const [steps, all] = [this.highest(this.steps), this.highest(Infinity)];
    this.top = niceTop(steps > 0 ? Math.min(all, 2 * steps) : all);
    this.plot?.setData(this.data());
    this.tell(null);
  }

  private highest(count: number): number {
    const top = ({ high, values }: Line) => (high ?? values).slice(0, count).reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
    return Math.max(0, ...this.lines.map(top));
  }

  private build(): void {
    this.buildLegend();
    this.plot?.destroy();
    this.box.replaceChildren();
    this.plot = new uPlot(this.options(), this.data(), this.box);
    this.draw();
  }

  // Bands come first, so that they lie under every line.
  private data(): uPlot.AlignedData {
    return [this.times, ...this.banded().flatMap(line => [line.high!, line.low!]), ...this.lines.map(line => line.values)];
  }

  private banded(): Line[] {
    return this.lines.filter(line => line.band);
  }

  private buildLegend(): void {
    this.legend.replaceChildren(...this.lines.map(line =>
      make("li", "tone-" + line.tone, make("i"), make("span", "", line.label), make("b"), make("small"))));
    this.legend.classList.toggle("tight", this.banded().length > 0);
  }

  private tell(index: number | null): void {
    const [values, bands] = [findAll("b", this.legend), findAll("small", this.legend)];
    this.lines.forEach((line, i) => {
      setText(values[i]!, write(index == null ? last(line.values) : line.values[index]));
      setText(bands[i]!, index == null ? "" : reach(line, index));
    });
    setText(this.at, index == null ? "" : moment(this.times[index]!));
  }

  private size(): { width: number; height: number } {
    return { width: this.box.clientWidth, height: this.box.clientHeight };
  }

  private options(): uPlot.Options {
    const style = getComputedStyle(this.section);
    const [ink, rule] = [colour("--quiet", this.section), colour("--rule", this.section)];
    const font = "11px " + style.fontFamily;
    const strokes = findAll("li", this.legend).map(entry => getComputedStyle(entry).color);
    const banded = this.banded();
    return {
      ...this.size(),
      padding: [TOP, RIGHT, 0, 0],
      legend: { show: false },
      cursor: {
        // Cursors move together; a drag is one chart's own, or every chart would report it.
        sync: { key: "monigo", setSeries: false, filters: { pub: type => type === "mousemove" || type === "mouseleave", sub: () => true } },
        drag: { x: true, y: false, setScale: false },
        points: { size: 6 },
        y: false,
        bind: { dblclick: () => () => (this.zooming.back(), null) },
      },
      scales: { x: { time: true, range: () => [this.from, this.to] }, y: { range: () => [0, this.top] } },
      axes: [
        {
          size: BOTTOM, gap: 4, stroke: ink, font, ticks: { show: false }, grid: { show: false },
          space: (_, __, from, to, width) => (((to - from) * SPACE) / width <= MINUTE / 2 ? 1.5 * SPACE : to - from > 2 * DAY ? 1.25 * SPACE : SPACE),
          values: (plot, splits, _, __, step) => splits.map(at => (plot.valToPos(at, "x") + (step < MINUTE ? HALF_CLOCK : HALF_LABEL) > plot.width - LEFT ? "" : label(at, step))),
        },
        {
          size: LEFT, gap: 8, stroke: ink, font, ticks: { show: false }, grid: { stroke: rule, width: 1 },
          splits: () => [0, this.top / 2, this.top],
          values: (_, splits) => splits.map(writeShort),
        },
      ],
      series: [{}, ...banded.flatMap(() => [EDGE, EDGE]), ...this.lines.map((line, i) => this.series(line, strokes[i]!, i))],
      bands: banded.map((line, i) => ({ series: [2 * i + 1, 2 * i + 2], fill: translucent(strokes[this.lines.indexOf(line)]!, 0.22) })),
      hooks: {
        draw: [plot => this.restarts.place(plot)],
        setCursor: [plot => this.tell(plot.cursor.idx ?? null)],
        setSelect: [plot => this.select(plot)],
      },
    };
  }

  private series(line: Line, stroke: string, index: number): uPlot.Series {
    const series: uPlot.Series = { label: line.label, stroke, width: 1.5, points: { show: false, filter: lonely } };
    if (this.lines.length < 3 && index === 0) series.fill = translucent(stroke, 0.13);
    return series;
  }

  private select(plot: uPlot): void {
    const { left, width } = plot.select;
    if (width < 4) return;
    const [from, to] = [plot.posToVal(left, "x"), plot.posToVal(left + width, "x")];
    plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    if (to - from >= 10) this.zooming.zoom(from, to);
  }
}

function label(at: number, step: number): string {
  if (step < MINUTE) return clock(at);
  return step >= DAY || minute(at) === "00:00" ? day(at) : minute(at);
}

// A value between two gaps has no line; it gets a point.
const lonely: uPlot.Series.Points.Filter = (plot, series, shown) => {
  const values = plot.data[series]!;
  const alone = [...values.keys()].filter(i => values[i] != null && values[i - 1] == null && values[i + 1] == null);
  return shown || !alone.length ? null : alone;
};

const last = (values: (number | null)[]): number | null => values.findLast(value => value != null) ?? null;

const translucent = (rgb: string, share: number): string => rgb.replace(/^rgb\((.*)\)$/, `rgba($1, ${share})`);

// The smallest and the largest tick of a step, where they differ.
function reach({ low, high }: Line, index: number): string {
  const [from, to] = [write(low?.[index]), write(high?.[index])];
  return from === to ? "" : `${from}–${to}`;
}

// A custom property keeps light-dark() unresolved; only a real colour property is resolved.
function colour(name: string, within: HTMLElement): string {
  const probe = make("i");
  probe.style.color = `var(${name})`;
  within.append(probe);
  const resolved = getComputedStyle(probe).color;
  probe.remove();
  return resolved;
}
