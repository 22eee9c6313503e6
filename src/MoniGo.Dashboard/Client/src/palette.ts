// The commands: type, choose with the arrows, Enter.
import { find, make } from "./dom";

export interface Command {
  name: string;
  key?: string;
  run: () => void;
}

export function startPalette(commands: () => Command[]): () => void {
  const dialog = find<HTMLDialogElement>("[data-palette]")!;
  const input = find<HTMLInputElement>("[data-palette-input]")!;
  const list = find("[data-palette-list]")!;
  let matching: Command[] = [];
  let chosen = 0;

  function choose(index: number): void {
    chosen = Math.max(0, Math.min(matching.length - 1, index));
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === chosen && matching.length > 0)));
    list.children[chosen]?.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", matching.length ? `command-${chosen}` : "");
  }

  function filter(): void {
    const words = input.value.toLowerCase().split(/\s+/).filter(word => word !== "");
    matching = commands().filter(command => words.every(word => command.name.toLowerCase().includes(word)));
    list.replaceChildren(...matching.map(makeItem));
    if (!matching.length) list.append(make("li", "none", "Nothing is called that."));
    choose(0);
  }

  function makeItem(command: Command, index: number): HTMLElement {
    const item = make("li", "", make("span", "", command.name));
    if (command.key) item.append(make("kbd", "", command.key));
    item.id = `command-${index}`;
    item.role = "option";
    item.addEventListener("click", () => run(index));
    item.addEventListener("pointermove", () => choose(index));
    return item;
  }

  function run(index: number): void {
    const command = matching[index];
    if (!command) return;
    dialog.close();
    command.run();
  }

  input.addEventListener("input", filter);
  input.addEventListener("keydown", event => {
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen - 1);
    else if (event.key === "Enter") run(chosen);
    else return;
    event.preventDefault();
  });
  dialog.addEventListener("click", event => event.target === dialog && dialog.close());

  return () => {
    if (dialog.open) return dialog.close();
    input.value = "";
    filter();
    dialog.showModal();
    input.focus();
  };
}
