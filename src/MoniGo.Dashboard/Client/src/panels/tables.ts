// One table: new rows replace the old ones as text nodes; the columns' classes come from the headings.
import type { PanelAnswer, TableRow } from "../contract";
import { find, findAll, make, setText, show } from "../dom";
import { dated } from "../format";

export class Table {
  readonly key: string;
  private readonly columns: string[];

  constructor(private readonly section: HTMLElement) {
    this.key = section.dataset["table"]!;
    this.columns = findAll("thead th", section).map(heading => heading.className);
  }

  set(answer: PanelAnswer): void {
    this.setRows(answer.rows ?? []);
  }

  setRows(rows: TableRow[]): void {
    show(find("[data-scroll]", this.section), rows.length > 0);
    const body = find("[data-rows]", this.section)!;
    while (body.children.length > rows.length) body.lastElementChild!.remove();
    rows.forEach((row, i) => this.fill((body.children[i] as HTMLElement | undefined) ?? body.appendChild(this.makeRow()), row));
  }

  private makeRow(): HTMLElement {
    const row = make("tr");
    for (const column of this.columns) row.append(makeCell(column));
    row.firstElementChild?.setAttribute("scope", "row");
    return row;
  }

  private fill(row: HTMLElement, { cells, doubt }: TableRow): void {
    row.title = doubt ?? "";
    row.classList.toggle("doubtful", doubt != null);
    findAll("th, td", row).forEach((cell, i) => {
      const text = cells[i] ?? "";
      if (cell.classList.contains("function")) splitFunction(text).forEach((part, at) => setText(cell.children[at]!, part));
      else setText(cell, cell.classList.contains("moment") ? moment(text) : text);
      if (cell.classList.contains("name")) cell.title = text;
      if (cell.classList.contains("alarm")) cell.classList.toggle("bad", text !== "0");
    });
  }
}

function makeCell(column: string): HTMLElement {
  const cell = make(/\bname\b/.test(column) ? "th" : "td", column);
  if (cell.classList.contains("function")) cell.append(make("span", "type"), make("span"), make("span", "signature"));
  return cell;
}

/** Shows a moment by the reader's clock; any other text as it is. */
function moment(text: string): string {
  const seconds = /^\d{4}-/.test(text) ? Date.parse(text) / 1000 : NaN;
  return isNaN(seconds) ? text : dated(seconds);
}

/** Splits a function's name into its type, its own name and its signature, as the server's Markup.SplitFunction does. */
function splitFunction(text: string): [string, string, string] {
  const end = text.indexOf("(") > 0 ? text.indexOf("(") : text.length;
  const dot = text.lastIndexOf(".", end - 1) + 1;
  return [text.slice(0, dot), text.slice(dot, end), text.slice(end)];
}
