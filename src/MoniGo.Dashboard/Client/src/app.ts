// Starts the page: takes the answer that came with it, then follows the address, the ticks and the reader.
import { markBusy, shift, startBar, stretch, toggleLive, updateBar, updateClock } from "./bar";
import type { PageAnswer } from "./contract";
import { base, find, findAll, root } from "./dom";
import { bind, startKeys } from "./keys";
import { Live } from "./live";
import { type Command, startPalette } from "./palette";
import { startLists } from "./lists";
import { Panels } from "./panels";
import { back, change, onChange, page, query, ranges } from "./state";
import { say } from "./status";
import { showStore } from "./store";
import { onTheme, setTheme, switchTheme } from "./theme";

root.classList.add("js");
startBar();

let reading: AbortController | null = null;

const panels = new Panels(
  { zoom: (from, to) => change({ from, to, range: "" }), back },
  () => void read());

const live = new Live({
  interval: Number(root.dataset["interval"]) || 5,
  latest: () => panels.latest,
  tick: tick => {
    panels.add(tick);
    showStore(tick.store);
    updateClock(panels.latest);
  },
  catchUp: () => void read(),
});

/** Reads the panels anew for what the address says; the latest call wins. */
async function read(): Promise<void> {
  reading?.abort();
  const mine = (reading = new AbortController());
  markBusy(true);
  try {
    const answer = await fetch(`${base}/api/v1/panels?page=${page}&${query()}`, { signal: mine.signal, headers: { accept: "application/json" } });
    if (!answer.ok) throw new Error(`The service answers ${answer.status}.`);
    take((await answer.json()) as PageAnswer);
  } catch (error) {
    if (!mine.signal.aborted) say("lost", `This range could not be read. ${error instanceof Error ? error.message : ""}`, { label: "Try again", run: () => void read() });
  } finally {
    if (reading === mine) markBusy(false);
  }
}

function take(answer: PageAnswer): void {
  // The page was made for the other case, and is made anew.
  if ((answer.isUnknown ?? false) !== find("main")!.hasAttribute("data-unknown")) return location.reload();
  panels.set(answer);
  showStore(answer.store);
  updateBar(answer);
  updateClock(panels.latest);
}

onChange((view, changed) => {
  updateBar(null);
  if (changed === "range" || view.live) void read();
  live.follow();
});
onTheme(() => panels.recolour());
startLists();

const help = find<HTMLDialogElement>("[data-help]");
const openHelp = () => help?.showModal();
help?.addEventListener("click", event => event.target === help && help.close());

const openPalette = startPalette((): Command[] => [
  ...findAll<HTMLAnchorElement>("nav a[data-keep]").map(link => ({
    name: "Go to " + (find("span", link)?.textContent ?? ""), key: find("kbd", link)?.textContent ?? "", run: () => link.click(),
  })),
  ...ranges.map(range => ({ name: "Show the last " + range, run: () => change({ range, live: true }) })),
  { name: "Pause or follow", key: "p", run: toggleLive },
  { name: "Earlier", key: "[", run: () => shift(-0.5) },
  { name: "Later", key: "]", run: () => shift(0.5) },
  { name: "Custom range", run: () => find<HTMLDetailsElement>("[data-custom]")?.setAttribute("open", "") },
  { name: "Theme: switch", key: "t", run: switchTheme },
  { name: "Theme: as the system", run: () => setTheme(null) },
  { name: "Copy a link to this view", run: () => void navigator.clipboard?.writeText(location.href) },
  { name: "Keyboard help", key: "?", run: () => void openHelp() },
]);

bind("p", toggleLive);
bind("t", switchTheme);
bind("[", () => shift(-0.5));
bind("]", () => shift(0.5));
bind("-", () => stretch(1));
bind("+", () => stretch(-1));
bind("?", () => void openHelp());
bind("/", () => find<HTMLInputElement>("[data-search] input")?.focus());
bind("palette", openPalette);
startKeys();

for (const [action, run] of Object.entries({ live: toggleLive, theme: switchTheme, palette: openPalette, help: openHelp }))
  find(`[data-action=${action}]`)?.addEventListener("click", () => void run());

const first = find<HTMLTemplateElement>("#answer")?.content.textContent;
if (first) take(JSON.parse(first) as PageAnswer);
live.follow();
