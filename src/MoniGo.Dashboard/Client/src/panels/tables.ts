// One table: new rows replace the old ones in place; the columns' classes come from the headings.
import type { Cell, ListAnswer, PanelAnswer, PanelTick, TableRow } from "../contract";
import { find, findAll, make, makeSvg, setText, show } from "../dom";
import { dated } from "../format";
import { showList } from "../lists";
import { address } from "../state";
import { drawTrend } from "./trends";
import type { PanelView } from "./views";

export class Table implements PanelView {
  readonly key: string;
  private readonly columns: string[];

  constructor(private readonly section: HTMLElement) {
    this.key = section.dataset["table"]!;
    this.columns = findAll("thead th", section).map(heading => heading.className);
  }

  set(answer: PanelAnswer): void {
    this.show(answer.rows ?? [], answer.list);
  }

  add(tick: PanelTick): void {
    if (tick.rows) this.show(tick.rows, tick.list);
  }

  private show(rows: TableRow[], list: ListAnswer | undefined): void {
    showList(this.section, rows.length, list);
    show(find("[data-scroll]", this.section), rows.length > 0);
    const body = find("[data-rows]", this.section)!;
    while (body.children.length > rows.length) body.lastElementChild!.remove();
    rows.forEach((row, i) => this.fill((body.children[i] as HTMLElement | undefined) ?? body.appendChild(this.makeRow()), row));
  }

  private makeRow(): HTMLElement {
    const row = make("tr");
    for (const column of this.columns) row.append(makeCell(column));
    return row;
  }

  private fill(row: HTMLElement, { cells, doubt }: TableRow): void {
    row.title = doubt ?? "";
    row.classList.toggle("doubtful", doubt != null);
    ([...row.children] as HTMLElement[]).forEach((cell, i) => fillCell(cell, this.columns[i]!, cells[i] ?? ""));
  }
}

function makeCell(column: string): HTMLElement {
  const isName = /\bname\b/.test(column);
  const cell = make(isName ? "th" : "td", column);
  if (isName) cell.setAttribute("scope", "row");
  return cell;
}

function fillCell(cell: HTMLElement, column: string, value: Cell): void {
  const { text, to, tone } = typeof value === "string" ? { text: value } as { text: string; to?: string; tone?: string } : value;
  cell.className = column + (tone ? " " + tone : "") + (column.includes("alarm") && text !== "0" ? " bad" : "");
  if (/name|text/.test(column)) cell.title = text;
  if (column.includes("length")) return drawLength(cell, text);
  if (column.includes("trend")) return drawTrend(cell, text);
  const place = to ? linkIn(cell, to) : unlinked(cell);
  if (column.includes("function")) splitFunction(text).forEach((part, at) => setText(partOf(place, at), part));
  else setText(place, column.includes("moment") ? moment(text) : text);
}

/** Draws a number of percent as a bar. */
function drawLength(cell: HTMLElement, text: string): void {
  if (!cell.firstElementChild) {
    const bar = makeSvg("svg", { class: "bar", viewBox: "0 0 100 4", preserveAspectRatio: "none", "aria-hidden": "true" });
    bar.append(makeSvg("rect", { class: "fill", height: 4 }));
    cell.replaceChildren(bar);
  }
  find("rect", cell)!.setAttribute("width", text);
}

function linkIn(cell: HTMLElement, to: string): HTMLElement {
  let link = find<HTMLAnchorElement>("a", cell);
  if (!link) cell.replaceChildren((link = make("a")));
  if (link.dataset["keep"] !== to) [link.dataset["keep"], link.href] = [to, address(to)];
  return link;
}

function unlinked(cell: HTMLElement): HTMLElement {
  if (find("a", cell)) cell.replaceChildren();
  return cell;
}

function partOf(place: HTMLElement, at: number): Element {
  if (place.children.length < 3) place.replaceChildren(make("span", "type", make("bdi")), make("span"), make("span", "signature"));
  // The type is cut at its left, which only text of the other direction is.
  return at ? place.children[at]! : place.firstElementChild!.firstElementChild!;
}

/** Shows a moment by the reader's clock; any other text as it is. */
function moment(text: string): string {
  const seconds = /^\d{4}-/.test(text) ? Date.parse(text) / 1000 : NaN;
  return isNaN(seconds) ? text : dated(seconds);
}

/** Splits a function's name into its type, its own name and its signature, as the server's Markup.SplitFunction does; a route stays whole. */
function splitFunction(text: string): [string, string, string] {
  const end = text.indexOf("(") > 0 ? text.indexOf("(") : text.length;
  if (text.slice(0, end).includes("/")) return ["", text, ""];
  const dot = text.lastIndexOf(".", end - 1) + 1;
  return [text.slice(0, dot), text.slice(dot, end), text.slice(end)];
}
