// One verdict: ring, grade and the parts it rests on.
import type { PanelAnswer, PanelTick, ScoreAnswer, ScorePart } from "../contract";
import { find, make, makeSvg, setText } from "../dom";
import { nothing } from "../format";
import type { PanelView } from "./views";

export class Score implements PanelView {
  readonly key: string;

  constructor(private readonly element: HTMLElement) {
    this.key = element.dataset["score"]!;
  }

  set(answer: PanelAnswer): void {
    if (answer.score) this.say(answer.score);
  }

  add({ score }: PanelTick): void {
    if (score) this.say(score);
  }

  private say(score: ScoreAnswer): void {
    this.element.title = score.message;
    setText(find("[data-points]", this.element), String(score.score ?? nothing));
    setText(find("[data-grade]", this.element), score.grade);
    setText(find("[data-detail]", this.element), score.detail);
    find("[data-ring]", this.element)?.setAttribute("class", "ring tone-" + score.tone);
    find("[data-fill]", this.element)?.setAttribute("stroke-dasharray", `${score.score ?? 0} 100`);
    find("[data-parts]", this.element)?.replaceChildren(...score.parts.map(makePart));
  }
}

function makePart(part: ScorePart): HTMLElement {
  const bar = makeSvg("svg", { class: "bar", viewBox: "0 0 100 4", preserveAspectRatio: "none", "aria-hidden": "true" });
  bar.append(makeSvg("rect", { class: "track", width: 100, height: 4 }), makeSvg("rect", { class: "fill", width: part.share, height: 4 }));
  return make("li", "tone-" + part.tone, make("span", "", part.label), make("b", "", part.text), bar);
}
