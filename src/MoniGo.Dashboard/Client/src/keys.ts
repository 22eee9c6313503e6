// The keyboard: single keys, and "g" followed by a page's letter. Never while the reader types.
import { find, findAll, POPUPS } from "./dom";

const keys = new Map<string, () => void>();
let going = 0;

export const bind = (key: string, run: () => void): void => void keys.set(key, run);

export function startKeys(): void {
  addEventListener("keydown", event => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      keys.get("palette")?.();
      return;
    }
    if (event.key === "Escape") for (const open of findAll<HTMLDetailsElement>(POPUPS)) open.open = false;
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || find("dialog[open]")) return;
    if (going && go(event.key)) return;
    if (event.key === "g") {
      clearTimeout(going);
      going = setTimeout(() => (going = 0), 1500);
      return;
    }
    const run = keys.get(event.key);
    if (!run) return;
    event.preventDefault();
    run();
  });
}

function go(letter: string): boolean {
  clearTimeout(going);
  going = 0;
  const page = findAll<HTMLAnchorElement>("nav a[data-keep]").find(link => find("kbd", link)?.textContent?.endsWith(" " + letter));
  page?.click();
  return page != null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
