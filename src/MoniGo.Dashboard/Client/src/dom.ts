// Finds and makes elements. Nothing here or elsewhere parses markup: Trusted Types would refuse it.

export const root = document.documentElement;

/** Where the dashboard is mounted, path base included, without a slash at the end. */
export const base = root.dataset["base"] ?? "";

/** What lies over the page while it is open, and closes when one looks elsewhere. */
export const POPUPS = "details[open]:is([data-about], [data-custom])";

export function find<T extends Element = HTMLElement>(selector: string, within: ParentNode = document): T | null {
  return within.querySelector<T>(selector);
}

export function findAll<T extends Element = HTMLElement>(selector: string, within: ParentNode = document): T[] {
  return [...within.querySelectorAll<T>(selector)];
}

export function make<K extends keyof HTMLElementTagNameMap>(name: K, className = "", ...content: (Node | string)[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

export function makeSvg(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const key in attributes) element.setAttribute(key, String(attributes[key]));
  return element;
}

/** Sets text only where it differs, so that nothing is laid out anew for nothing. */
export function setText(element: Element | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}

export function show(element: Element | null, visible: boolean): void {
  element?.toggleAttribute("hidden", !visible);
}
