// The bar over the panels: ranges, custom range, live button, the words that say which time is shown.
import type { PageAnswer } from "./contract";
import { find, findAll, POPUPS, setText } from "./dom";
import { clock, moment, zone } from "./format";
import { address, change, lengthOf, ranges, setDefault, view } from "./state";

let shown = { from: 0, to: 0 };

export function startBar(): void {
  setDefault(find("[data-range][aria-current]")?.dataset["range"] ?? "15m");
  for (const link of findAll<HTMLAnchorElement>("[data-range]")) link.addEventListener("click", event => chooseRange(event, link));
  for (const place of findAll("[data-zone]")) setText(place, zone);
  for (const time of findAll<HTMLTimeElement>("time[data-moment]")) setText(time, moment(Date.parse(time.dateTime) / 1000));
  startCustom();
  find("nav a[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  document.addEventListener("click", event => {
    for (const open of findAll<HTMLDetailsElement>(POPUPS)) if (!open.contains(event.target as Node)) open.open = false;
  });
}

/** Makes the bar agree with what is shown. */
export function updateBar(answer: PageAnswer | null): void {
  const { range, live } = view();
  if (answer) shown = { from: answer.from, to: answer.to };
  for (const link of findAll("[data-range]")) {
    if (link.dataset["range"] === range) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  keepTime();
  find("[data-custom]")?.toggleAttribute("data-set", !range);
  const button = find("[data-action=live]");
  if (button) button.dataset["live"] = live && range ? "on" : "off";
  setText(find("[data-live-text]"), live && range ? "Live" : "Paused");
  setText(find("[data-when]"), range && live ? `Last ${spoken(range)}` : `${moment(shown.from)} – ${moment(shown.to)}`);
}

/** Lets every link to another page keep the time shown. */
export function keepTime(within: ParentNode = document): void {
  for (const link of findAll<HTMLAnchorElement>("a[data-keep]", within)) link.href = address(link.dataset["keep"]!);
}

export function updateClock(latest: number): void {
  if (view().live && view().range && latest) setText(find("[data-when]"), `Last ${spoken(view().range)}, to ${clock(latest)}`);
}

/** Pauses, or follows again. */
export function toggleLive(): void {
  if (view().range) change({ live: !view().live }, "replace");
  else change({ range: ranges[1]!, live: true });
}

/** Moves the time shown by a part of its length. */
export function shift(part: number): void {
  const by = (shown.to - shown.from) * part;
  change({ from: shown.from + by, to: shown.to + by, range: "" });
}

/** Takes the next longer or shorter range. */
export function stretch(by: 1 | -1): void {
  const length = shown.to - shown.from;
  const nearest = view().range || ranges.reduce((a, b) => (Math.abs(lengthOf(b) - length) < Math.abs(lengthOf(a) - length) ? b : a));
  const next = ranges[ranges.indexOf(nearest) + by];
  if (next) change({ range: next, live: view().live || !view().range });
}

function chooseRange(event: MouseEvent, link: HTMLAnchorElement): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  change({ range: link.dataset["range"]!, live: view().live || !view().range });
}

function startCustom(): void {
  const box = find<HTMLDetailsElement>("[data-custom]");
  const form = box && find<HTMLFormElement>("form", box);
  if (!form) return;
  const [from, to] = findAll<HTMLInputElement>("input", form) as [HTMLInputElement, HTMLInputElement];
  box.addEventListener("toggle", () => {
    if (box.open) [from.value, to.value] = [local(shown.from), local(shown.to)];
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    const [start, end] = [Date.parse(from.value) / 1000, Date.parse(to.value) / 1000];
    to.setCustomValidity(end - start >= 10 ? "" : "The end must come after the start.");
    if (!form.reportValidity()) return;
    box.open = false;
    change({ from: start, to: end, range: "" });
  });
  to.addEventListener("input", () => to.setCustomValidity(""));
}

// What an <input type="datetime-local"> holds: the reader's own clock, without a zone.
function local(seconds: number): string {
  const date = new Date(seconds * 1000);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

const spoken = (range: string): string => find(`[data-range="${range}"]`)?.title.replace("Last ", "") ?? range;

// Of the panels alone: the document itself may not have the attribute.
export const markBusy = (busy: boolean): void => find("main")?.setAttribute("aria-busy", String(busy));
