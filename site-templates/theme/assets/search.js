// The dialog of the header's search. site.js loads it when it is opened for the first time.
import { card, marked, ready, search } from "./finder.js";

export const root = new URL("../", import.meta.url);
const SHOWN = 8;
const LISTS = [["facts/", "statements"], ["actors/", "actors"], ["topics/", "topics"]];

export function element(name, given = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(given)) if (value) made.setAttribute(key, value);
  made.append(...inside);
  return made;
}

// Where to look without a search.
export function lists(before) {
  const links = LISTS.flatMap(([path, name], at) => [
    at === 0 ? "" : at === LISTS.length - 1 ? " or the " : ", the ",
    element("a", { href: new URL(path, root).href }, name),
  ]);
  return [`${before} `, ...links, "."];
}

// What was found, in a sentence.
export function found(number, text, { instead, partly }) {
  const read = [...instead].map(([word, other]) => `No “${word}” here: these are for “${other}”. `).join("");
  const count = `${number.toLocaleString("en")} ${number === 1 ? "result" : "results"}`;
  if (!number) return `${read}Nothing found. Try a name, a number or a word from the quotation.`;
  if (partly) return `${read}Nothing has all of these words; ${count} with some of them.`;
  return `${read}${count}.`;
}

// The parts of a hit: title, words, and speaker, date, publisher.
export function parts(shown, marks) {
  const made = [element("span", { class: "hit-title" }, ...marked(shown.title, marks))];
  if (shown.teaser) {
    const { language, direction } = shown;
    made.push(element("span", { class: "hit-words", lang: language, dir: direction }, ...marked(shown.teaser, marks)));
  }
  made.push(element("span", { class: "hit-line" }, ...marked(shown.line, marks)));
  return made;
}

export function start(dialog) {
  const [input, state, list, more] = ["words", "state", "found", "more"].map((id) => document.getElementById(`find_${id}`));
  let latest = 0;
  let shown = ""; // The text that the list answers.
  let opens = false; // Enter was pressed before the list was there.

  async function answer() {
    const text = input.value;
    latest += 1;
    const mine = latest;
    if (!text.trim()) {
      list.replaceChildren();
      more.hidden = true;
      state.textContent = "";
      shown = text;
      return;
    }
    try {
      const result = await search(text);
      const cards = await Promise.all(result.found.slice(0, SHOWN).map(card));
      if (mine !== latest) return;
      list.replaceChildren(
        ...cards.map((each) =>
          element("li", {}, element("a", { class: "hit", href: new URL(each.path, root).href }, ...parts(each, result.marks))),
        ),
      );
      state.textContent = found(result.found.length, text, result);
      const all = new URL("search/", root);
      all.searchParams.set("q", text);
      more.replaceChildren(
        ...(cards.length ? [element("a", { href: all.href }, "All results, with filters")] : lists("Or look through all")),
      );
      more.hidden = false;
      shown = text;
      if (opens) open();
    } catch {
      if (mine !== latest) return;
      list.replaceChildren();
      state.textContent = "The search could not be loaded.";
      more.replaceChildren(...lists("Look through all"));
      more.hidden = false;
    }
  }

  function open() {
    opens = false;
    list.querySelector("a")?.click();
  }

  function move(step) {
    const stops = [input, ...list.querySelectorAll("a"), ...more.querySelectorAll("a")];
    const next = stops.indexOf(document.activeElement) + step;
    stops[Math.min(Math.max(next, 0), stops.length - 1)].focus();
  }

  input.addEventListener("input", () => {
    opens = false;
    answer();
  });
  function enter() {
    delete dialog.dataset.entered;
    if (!input.value.trim()) return;
    if (shown === input.value) open();
    else opens = true;
  }

  dialog.addEventListener("entered", enter);
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.target !== input && /^(.|Backspace)$/u.test(event.key) && event.key !== " ") {
      // Whoever goes on typing among the results means the words.
      if (!event.ctrlKey && !event.metaKey && !event.altKey) input.focus();
    }
  });
  // A result on this very page moves only the page.
  list.addEventListener("click", () => dialog.close());
  ready().catch(() => {});
  if ("entered" in dialog.dataset) enter();
  answer();
}
