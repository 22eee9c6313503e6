// Keeps what the page says of the store: the line in the rail, its warnings, the notes over the panels.
import type { StoreAnswer, StoreNote } from "./contract";
import { find, make, makeSvg, setText } from "./dom";

let told: string | null = null;

export function showStore({ place, text, share, warnings, notes }: StoreAnswer): void {
  setText(find("[data-store-place]"), place);
  setText(find("[data-store-text]"), text);
  find("[data-store-share]")?.setAttribute("width", String(share));
  // Only what changed: a screen reader would say the same notes at every tick. The first answer is what the page came with.
  const news = JSON.stringify([warnings, notes]);
  if (told !== null && news !== told) {
    find("[data-store-warnings]")?.replaceChildren(...warnings.map(warning));
    find("[data-store-notes]")?.replaceChildren(...notes.map(note));
  }
  told = news;
}

// As Rail.razor draws it.
function warning({ tone, text }: StoreNote): HTMLElement {
  const sign = makeSvg("svg", { viewBox: "0 0 16 16", role: "img", "aria-label": "Warning" });
  sign.append(makeSvg("path", { d: "M8 2 15 14H1zM8 6.5v3.5M8 12v.1" }));
  return make("p", "warning tone-" + tone, sign, make("span", "", text));
}

// As Notices.razor draws it.
function note({ tone, title, text }: StoreNote): HTMLElement {
  const look = { bad: " bad", quiet: " calm" }[tone as string] ?? "";
  return make("div", "notice" + look, make("i", "dot"), make("p", "", make("b", "", title), " " + text));
}
