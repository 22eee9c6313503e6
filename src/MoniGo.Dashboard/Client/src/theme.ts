// Light or dark: kept in a cookie, so that the server renders the next page in it at once.
import { base, root } from "./dom";

type Theme = "light" | "dark";

const system = matchMedia("(prefers-color-scheme: dark)");
const listeners: (() => void)[] = [];

system.addEventListener("change", tell);

export const onTheme = (listener: () => void): void => void listeners.push(listener);

/** Changes to the other theme. */
export function switchTheme(): void {
  const dark = (root.dataset["theme"] ?? (system.matches ? "dark" : "light")) === "dark";
  setTheme(dark ? "light" : "dark");
}

/** Sets a theme, or null to follow the system. */
export function setTheme(theme: Theme | null): void {
  if (theme) root.dataset["theme"] = theme;
  else delete root.dataset["theme"];
  document.cookie = `monigo-theme=${theme ?? ""}; path=${base || "/"}; max-age=${theme ? 31536000 : 0}; samesite=lax`;
  tell();
}

function tell(): void {
  for (const listener of listeners) listener();
}
