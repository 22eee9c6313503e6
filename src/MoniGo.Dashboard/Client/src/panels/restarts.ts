// Marks the starts of the service on a chart: thin dashed lines that say when, which process and which version.
import type uPlot from "uplot";
import type { RestartAnswer } from "../contract";
import { make } from "../dom";
import { moment } from "../format";

export class Restarts {
  private marks: { time: number; element: HTMLElement }[] = [];

  set(restarts: RestartAnswer[]): void {
    for (const { element } of this.marks) element.remove();
    this.marks = restarts.map(restart => ({ time: restart.time, element: mark(restart) }));
  }

  /** Puts each mark where its moment is now; the window slides and the plot may be a new one. */
  place(plot: uPlot): void {
    const { min, max } = plot.scales["x"]!;
    for (const { time, element } of this.marks) {
      if (element.parentElement !== plot.over) plot.over.append(element);
      element.hidden = time < min! || time > max!;
      element.style.left = plot.valToPos(time, "x") + "px";
    }
  }
}

function mark({ time, pid, version }: RestartAnswer): HTMLElement {
  const element = make("i", "restart");
  element.title = `Started ${moment(time)}${pid ? ", process " + pid : ""}${version ? ", version " + version : ""}`;
  element.setAttribute("role", "img");
  element.setAttribute("aria-label", element.title);
  return element;
}
