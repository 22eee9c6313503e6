// Says how far the panels can be trusted: live, stale, lost, signed out. One banner, one dot, one dimming.
import { find, root, setText, show } from "./dom";
import { moment } from "./format";

export type Connection = "live" | "paused" | "stale" | "lost";

const words: Record<Connection, string> = { live: "Live", paused: "Paused", stale: "Waiting", lost: "Lost" };
const banner = find("[data-banner]");
const text = find("[data-banner-text]");
const button = find<HTMLButtonElement>("[data-banner-action]");

/** Shows a state; the banner is hidden where there is nothing to say. */
export function say(connection: Connection, message = "", action?: { label: string; run: () => void }): void {
  root.dataset["connection"] = connection;
  if (banner) banner.dataset["tone"] = connection === "lost" ? "bad" : "warn";
  setText(text, message);
  setText(find("[data-live-text]"), words[connection]);
  show(banner, message !== "");
  show(button, action != null);
  if (button && action) {
    setText(button, action.label);
    button.onclick = action.run;
  }
}

/** Words for the age of what is on the page. */
export const asOf = (latest: number): string => (latest ? `Showing the reading of ${moment(latest)}.` : "There is no reading yet.");
