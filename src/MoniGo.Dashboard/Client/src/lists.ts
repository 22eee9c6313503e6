// The long table of a page: its field, headings and pager are links and a form; here they only change the address.
import type { ListAnswer } from "./contract";
import { find, findAll, setText, show } from "./dom";
import { amend, asked, change, time } from "./state";

// How long a reader pauses who has finished typing, in milliseconds.
const PAUSE = 250;

const number = new Intl.NumberFormat("en-US");

export function startLists(): void {
  for (const form of findAll<HTMLFormElement>("[data-search]")) startSearch(form);
  for (const link of findAll<HTMLAnchorElement>("[data-sort], [data-turn], [data-filter]"))
    link.addEventListener("click", event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      change({ rest: link.dataset["rest"]! });
    });
}

/** Says which rows are shown, and where the headings and the pager lead from there. */
export function showList(section: HTMLElement, rows: number, list: ListAnswer | undefined): void {
  const pager = find("[data-pager]", section);
  if (!pager || !list) return;
  const [size, own] = [Number(pager.dataset["size"]), pager.dataset["own"]!];
  const [page, sort] = [Math.ceil(list.first / size), asked("sort") || own];
  show(pager, list.total > size || asked("q") !== "");
  setText(find("[data-shown]", pager), list.total ? `${number.format(list.first)}–${number.format(list.first - 1 + rows)} of ${number.format(list.total)}` : "Nothing matches.");
  for (const link of findAll<HTMLAnchorElement>("[data-turn]", pager)) {
    const to = page + Number(link.dataset["turn"]);
    show(link, to >= 1 && (to - 1) * size < list.total);
    lead(link, { p: to > 1 ? String(to) : "" });
  }
  for (const link of findAll<HTMLAnchorElement>("[data-filter]", section)) {
    const [filter, value] = [link.dataset["filter"]!, link.dataset["value"]!];
    lead(link, { [filter]: value, p: "" });
    link.ariaCurrent = asked(filter) === value ? "true" : null;
  }
  for (const link of findAll<HTMLAnchorElement>("[data-sort]", section)) {
    const first = link.dataset["sort"]!;
    const next = first === sort ? reverse(first) : first;
    lead(link, { sort: next === own ? "" : next, p: "" });
    if (key(first) === key(sort)) link.parentElement!.ariaSort = sort.startsWith("-") ? "descending" : "ascending";
    else link.parentElement!.removeAttribute("aria-sort");
  }
}

function startSearch(form: HTMLFormElement): void {
  const input = find<HTMLInputElement>("input", form)!;
  let pause = 0;
  const search = () => {
    clearTimeout(pause);
    const text = input.value.trim();
    if (text !== asked("q")) change({ rest: amend({ q: text, p: "" }) }, "replace");
  };
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(search, PAUSE);
  });
  form.addEventListener("submit", event => (event.preventDefault(), search()));
  addEventListener("popstate", () => (input.value = asked("q")));
}

function lead(link: HTMLAnchorElement, parameters: Record<string, string>): void {
  const rest = (link.dataset["rest"] = amend(parameters));
  link.search = rest ? `${time()}&${rest}` : time();
}

const key = (sort: string): string => sort.replace("-", "");
const reverse = (sort: string): string => (sort.startsWith("-") ? sort.slice(1) : "-" + sort);
