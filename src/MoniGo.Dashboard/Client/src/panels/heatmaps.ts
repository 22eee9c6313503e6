// One heat map: draws the cells anew when a tick brings them, and tells what the cell under the cursor holds.
import type { HeatmapAnswer, PanelAnswer, PanelTick } from "../contract";
import { find, findAll, makeSvg, setText } from "../dom";
import { day, minute, moment, write } from "../format";
import type { PanelView } from "./views";

const MARKS = 4;
const DAY = 86_400;
const MOVES: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

export class Heatmap implements PanelView {
  readonly key: string;
  private readonly plot: HTMLElement;
  private readonly cells: SVGElement;
  private readonly cursor: SVGElement;
  private map: HeatmapAnswer | null = null;
  private at: [column: number, row: number] | null = null;

  constructor(private readonly section: HTMLElement) {
    this.key = section.dataset["heatmap"]!;
    this.plot = find("[data-plot]", section)!;
    this.cells = find<SVGElement>("[data-cells]", section)!;
    this.cursor = find<SVGElement>(".cell", this.cells)!;
    this.plot.tabIndex = 0;
    this.cells.addEventListener("pointermove", event => this.point(event));
    this.cells.addEventListener("pointerleave", () => this.tell(null));
    this.plot.addEventListener("blur", () => this.tell(null));
    this.plot.addEventListener("keydown", event => this.move(event));
  }

  set(answer: PanelAnswer): void {
    if (answer.heatmap) this.draw(answer.heatmap);
  }

  add(tick: PanelTick): void {
    if (tick.heatmap) this.draw(tick.heatmap);
  }

  private draw(map: HeatmapAnswer): void {
    this.map = map;
    setText(find("[data-summary]", this.section), map.summary);
    setText(find("[data-top]", this.section), write(map.top));
    this.cells.setAttribute("viewBox", `0 0 ${map.columns.length} ${map.rows}`);
    findAll("path", this.cells).forEach((path, i) => path.setAttribute("d", this.draft(map, i + 1)));
    label(find("[data-sizes]", this.section)!, map.ticks.map(({ text, at }) => ["100%", at + "%", text]));
    label(find("[data-moments]", this.section)!, Array.from({ length: MARKS + 1 }, (_, i) => [(100 * i) / MARKS + "%", "12", clock(map, i / MARKS)]));
    this.tell(this.at);
  }

  private draft(map: HeatmapAnswer, level: number): string {
    let path = "";
    for (let row = 0; row < map.rows; row++) {
      for (let column = 0; column < map.columns.length; column++) {
        const from = column;
        while (column < map.columns.length && levelOf(map, column, row) === level) column++;
        if (column > from) path += `M${from} ${map.rows - 1 - row}h${column - from}v1h${from - column}z`;
      }
    }
    return path;
  }

  private point(event: PointerEvent): void {
    const { left, top, width, height } = this.cells.getBoundingClientRect();
    const map = this.map;
    if (!map) return;
    this.tell([Math.floor(((event.clientX - left) / width) * map.columns.length), map.rows - 1 - Math.floor(((event.clientY - top) / height) * map.rows)]);
  }

  private move(event: KeyboardEvent): void {
    const step = MOVES[event.key];
    if (!step || !this.map) return;
    event.preventDefault();
    const [column, row] = this.at ?? [this.map.columns.length, 0];
    this.tell([column + step[0], row + (this.at ? step[1] : 0)]);
    setText(find("[data-readout]", this.section), this.words());
  }

  private tell(at: [number, number] | null): void {
    const map = this.map;
    this.at = at && map ? [clamp(at[0], map.columns.length), clamp(at[1], map.rows)] : null;
    this.cursor.toggleAttribute("hidden", !this.at);
    if (this.at) {
      this.cursor.setAttribute("x", String(this.at[0]));
      this.cursor.setAttribute("y", String(map!.rows - 1 - this.at[1]));
    }
    setText(find("[data-at]", this.section), this.words());
  }

  private words(): string {
    if (!this.at || !this.map) return "";
    const { first, step, lowest, ratio, columns } = this.map;
    const [column, row] = this.at;
    const end = first + column * step;
    const [from, to] = [lowest * ratio ** row, lowest * ratio ** (row + 1)];
    return `${moment(end - step)} – ${moment(end)} · ${write(from)}–${write(to)} ms · ${write(columns[column]![row] ?? 0)} ${this.section.dataset["what"]}`;
  }
}

// As HeatmapDrawing.cs does.
function levelOf(map: HeatmapAnswer, column: number, row: number): number {
  const count = map.columns[column]![row] ?? 0;
  return count === 0 ? 0 : 1 + Math.floor((6 * Math.log(count)) / Math.log(map.top) + 0.5);
}

function label(axis: Element, marks: string[][]): void {
  axis.replaceChildren(...marks.map(([x, y, text]) => {
    const mark = makeSvg("text", { x: x!, y: y! });
    mark.textContent = text!;
    return mark;
  }));
}

function clock(map: HeatmapAnswer, part: number): string {
  const length = map.columns.length * map.step;
  const at = map.first - map.step + length * part;
  return length > 2 * DAY ? day(at) : minute(at);
}

const clamp = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));
