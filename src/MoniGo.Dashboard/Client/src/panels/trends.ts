// A trend in a row of a table, as the server's Trend writes and draws it.
import { find, makeSvg } from "../dom";

const [WIDE, TOP, COLUMNS] = [4, 18, 24];

export function drawTrend(cell: HTMLElement, trend: string): void {
  const path = find("path", cell) ?? makePath(cell);
  let [line, before] = ["", -1];
  [...trend].forEach((letter, i) => {
    const level = letter === "-" ? -1 : parseInt(letter, 36);
    if (level >= 0) line += before < 0 ? `M${i * WIDE} ${TOP - level}h0` : `l${WIDE} ${before - level}`;
    before = level;
  });
  path.setAttribute("d", line);
}

function makePath(cell: HTMLElement): Element {
  const drawing = makeSvg("svg", { class: "trend", viewBox: `0 0 ${(COLUMNS - 1) * WIDE} ${TOP}`, preserveAspectRatio: "none", "aria-hidden": "true" });
  const path = drawing.appendChild(makeSvg("path", {}));
  cell.replaceChildren(drawing);
  return path;
}
