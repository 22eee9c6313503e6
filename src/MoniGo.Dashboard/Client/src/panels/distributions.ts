// A distribution: bars on a logarithmic axis with percentiles across, as DistributionView.razor draws it.
import type { DistributionAnswer, PanelAnswer, PanelTick } from "../contract";
import { find, makeSvg, setText } from "../dom";
import type { PanelView } from "./views";

export class Distribution implements PanelView {
  readonly key: string;

  constructor(private readonly section: HTMLElement) {
    this.key = section.dataset["distribution"]!;
  }

  set({ bars }: PanelAnswer): void {
    if (bars) this.draw(bars);
  }

  add({ bars }: PanelTick): void {
    if (bars) this.draw(bars);
  }

  private draw({ bars, marks, ticks, summary }: DistributionAnswer): void {
    const width = 100 / bars.length;
    const drawn = bars.flatMap(({ height, text }, i) => {
      if (!height) return [];
      const bar = makeSvg("rect", { x: i * width + "%", width: width + "%", y: 100 - height + "%", height: height + "%" });
      bar.append(write(makeSvg("title", {}), text));
      return [bar];
    });
    const lines = marks.map(({ at }) => makeSvg("line", { x1: at + "%", x2: at + "%", y1: 0, y2: "100%" }));
    find("[data-bars]", this.section)!.replaceChildren(...drawn, ...lines);
    find("[data-places]", this.section)!.replaceChildren(
      ...ticks.map(({ at, text }) => write(makeSvg("text", { x: at + "%", y: "100%", class: "tick" }), text)),
      ...marks.map(({ at, text }) => write(makeSvg("text", { x: at + "%", y: 11, class: "mark" }), text)));
    setText(find("[data-summary]", this.section), summary);
  }
}

function write(element: SVGElement, text: string): SVGElement {
  element.textContent = text;
  return element;
}
