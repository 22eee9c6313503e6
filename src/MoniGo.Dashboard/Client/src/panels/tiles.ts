// One tile: number, detail line and sparkline.
import type { PanelAnswer, PanelTick, TileAnswer } from "../contract";
import { find, setText } from "../dom";
import type { PanelView, Shown } from "./views";

const WIDTH = 400;
const HEIGHT = 30;

// Values a sparkline has; the server sends as many.
const SPARK = 60;

export class Tile implements PanelView {
  readonly key: string;
  private values: (number | null)[] = [];
  private slid = 0;

  constructor(private readonly element: HTMLElement) {
    this.key = element.dataset["tile"]!;
  }

  set(answer: PanelAnswer, { latest }: Shown): void {
    this.slid = latest;
    this.values = [...(answer.lines?.[0]?.values ?? [])];
    this.say(answer.tile);
    this.draw();
  }

  /** Adds a tick; the spark moves by one of its columns only when as much time has passed. */
  add({ tile, values }: PanelTick, time: number, from: number): void {
    this.say(tile);
    const slide = time - this.slid >= (time - from) / SPARK;
    if (slide) this.slid = time;
    const value = values && Object.values(values)[0];
    if (value == null) return;
    if (slide) this.values.push(value);
    else this.values[Math.max(0, this.values.length - 1)] = value;
    if (this.values.length > SPARK) this.values.shift();
    this.draw();
  }

  private say(tile: TileAnswer | undefined): void {
    if (!tile) return;
    setText(find("[data-text]", this.element), tile.text);
    setText(find("[data-suffix]", this.element), tile.unit);
    const [detail, value] = [find("[data-detail]", this.element), find("[data-value]", this.element)];
    setText(detail, tile.detail ?? "");
    // Only a fact can have a tone, or more to say than the tile is wide.
    if (!value) return;
    value.className = "value" + (tile.tone ? " tone-" + tile.tone : "");
    if (detail) detail.title = tile.detail ?? "";
  }

  private draw(): void {
    const top = Math.max(1e-9, ...this.values.map(value => (value ?? 0) * 1.05));
    const x = (i: number) => Math.round((i * WIDTH) / Math.max(1, this.values.length - 1));
    const y = (value: number) => Math.round(HEIGHT - Math.min(1, Math.max(0, value / top)) * (HEIGHT - 1));
    let [line, area] = ["", ""];
    this.values.forEach((value, i) => {
      if (value == null) return;
      const first = this.values[i - 1] == null;
      line += `${first ? "M" : "L"}${x(i)} ${y(value)}`;
      area += `${first ? `M${x(i)} ${HEIGHT}` : ""}L${x(i)} ${y(value)}${this.values[i + 1] == null ? `V${HEIGHT}Z` : ""}`;
    });
    find(".line", this.element)?.setAttribute("d", line);
    find(".area", this.element)?.setAttribute("d", area);
  }
}
