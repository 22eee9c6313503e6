// What is shown, held in the address and nowhere else: a range that ends now, or from and to; live or not; of what, and which part of a table.
import { base, findAll, root } from "./dom";

export interface View {
  /** Name of a range that ends now; empty when from and to are given. */
  range: string;
  /** Seconds since 1970; zero when a range is given. */
  from: number;
  to: number;
  live: boolean;
  /** Everything else that the address holds: what the page is about, and the order, search and page of its long table. */
  rest: string;
}

const lengths: Record<string, number> = { "5m": 300, "15m": 900, "1h": 3600, "6h": 21600, "24h": 86400, "7d": 604800, "30d": 2592000 };

/** The ranges that the bar offers, shortest first. */
export const ranges = findAll("[data-range]").map(link => link.dataset["range"]!);
export const page = root.dataset["page"] ?? "";

let fallback = "15m";
let current = read();
const listeners: ((view: View, changed: "range" | "live") => void)[] = [];

export const view = (): View => current;

/** The range that an address without one means; the server says so in the bar. */
export function setDefault(range: string): void {
  fallback = range;
  current = read();
}

export const lengthOf = (range: string): number => lengths[range] ?? 900;

export const onChange = (listener: (view: View, changed: "range" | "live") => void): void => void listeners.push(listener);

/** Shows something else; the address follows, and one can go back to it. */
export function change(next: Partial<View>, how: "push" | "replace" = "push"): void {
  const before = current;
  current = { ...current, ...next };
  if (next.range) current = { ...current, from: 0, to: 0 };
  else if (next.from) current = { ...current, range: "", live: false };

  const address = location.pathname + "?" + query();
  if (how === "push") history.pushState({ ours: true }, "", address);
  else history.replaceState(history.state, "", address);
  tell(before);
}

/** Goes back to what was shown before; never out of the page. */
export function back(): void {
  if (history.state) history.back();
}

/** The query string of the current view, for addresses of its page and data. */
export const query = (): string => (current.rest ? `${time()}&${current.rest}` : time());

/** The part of it that other pages share. */
export function time(): string {
  const { range, from, to, live } = current;
  const when = range ? `range=${range}` : `from=${iso(from)}&to=${iso(to)}`;
  return live || !range ? when : when + "&live=0";
}

/** Changes parameters of the rest; an empty one goes. */
export function amend(parameters: Record<string, string>): string {
  const rest = new URLSearchParams(current.rest);
  for (const [name, value] of Object.entries(parameters)) {
    if (value) rest.set(name, value);
    else rest.delete(name);
  }
  return rest.toString();
}

/** A parameter of the rest; empty where it is not there. */
export const asked = (name: string): string => new URLSearchParams(current.rest).get(name) ?? "";

/** An address under the mount, at the time shown. */
export const address = (to: string): string => `${base}/${to}${to.includes("?") ? "&" : "?"}${time()}`;

addEventListener("popstate", () => {
  const before = current;
  current = read();
  tell(before);
});

function tell(before: View): void {
  const moved = before.range !== current.range || before.from !== current.from || before.to !== current.to || before.rest !== current.rest;
  for (const listener of listeners) listener(current, moved ? "range" : "live");
}

function read(): View {
  const query = new URLSearchParams(location.search);
  const [from, to, range, live] = ["from", "to", "range", "live"].map(name => take(query, name));
  return from
    ? { range: "", from: seconds(from), to: seconds(to!), live: false, rest: query.toString() }
    : { range: range || fallback, from: 0, to: 0, live: live !== "0", rest: query.toString() };
}

function take(query: URLSearchParams, name: string): string {
  const value = query.get(name) ?? "";
  query.delete(name);
  return value;
}

// Without a zone the server reads UTC, so does the client. A function and not a constant: the first view is read further up.
function seconds(text: string): number {
  return Date.parse(/[zZ]|[+-]\d\d:?\d\d$/.test(text) ? text : text + "Z") / 1000;
}

function iso(seconds: number): string {
  return new Date(Math.round(seconds) * 1000).toISOString().replace(".000", "");
}
