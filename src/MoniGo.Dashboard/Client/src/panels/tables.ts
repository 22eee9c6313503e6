// One table: new rows replace the old ones as text nodes; the columns' classes come from the headings.
import type { PanelAnswer } from "../contract";
import { find, findAll, make, setText, show } from "../dom";

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

  setRows(rows: string[][]): void {
    show(find("[data-scroll]", this.section), rows.length > 0);
    const body = find("[data-rows]", this.section)!;
    while (body.children.length > rows.length) body.lastElementChild!.remove();
    rows.forEach((row, i) => this.fill((body.children[i] as HTMLElement | undefined) ?? body.appendChild(this.makeRow()), row));
  }

  private makeRow(): HTMLElement {
    const row = make("tr");
    for (const column of this.columns) row.append(make(column === "name" ? "th" : "td", column));
    row.firstElementChild?.setAttribute("scope", "row");
    return row;
  }

  private fill(row: HTMLElement, texts: string[]): void {
    [...row.children].forEach((cell, i) => {
      const text = texts[i] ?? "";
      setText(cell, text);
      if (cell.classList.contains("name")) (cell as HTMLElement).title = text;
      if (cell.classList.contains("alarm")) cell.classList.toggle("bad", text !== "0");
    });
  }
}
