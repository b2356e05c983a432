// The page /search/: what the address asks for, its results, and facets to choose from.
import { NAMES, facets } from "./facets.js";
import { card, everything, idOf, ready, search } from "./finder.js";
import { element, found, lists, parts, root } from "./search.js";

const AT_ONCE = 20;
const VALUES = 8;
const [form, input, state, aside, results] = ["find_page", "find_page_words", "find_page_state", "find_facets", "find_results"].map(
  (id) => document.getElementById(id),
);
const wide = new Set(); // Facets of which all values are shown.
let filtersOpen = matchMedia("(min-width: 60em)").matches;
let latest = 0;

// What the address asks for; the form and the facets write it there.
function asked() {
  const given = new URLSearchParams(location.search);
  return { text: given.get("q") ?? "", newest: given.get("sort") === "date", given };
}

function ask(change) {
  const given = new URLSearchParams(location.search);
  change(given);
  history.replaceState(null, "", `${location.pathname}${given.size ? `?${given}` : ""}`);
  return answer();
}

async function answer() {
  latest += 1;
  const mine = latest;
  const { text, newest, given } = asked();
  try {
    const result = text.trim() ? await search(text) : { found: [], marks: [], instead: new Map(), partly: false };
    if (mine !== latest) return;
    const chosen = NAMES.some((name) => given.has(name));
    // Without a choice the results need no facets: they come first.
    if (!chosen && !newest) await show(result.found, text, result, mine);
    const data = await facets();
    const from = text.trim() ? result.found : await everything();
    if (mine !== latest) return;
    await settled(data.facets, given);
    const { kept, counts } = choose(data.facets, given, from);
    let list = chosen ? kept : result.found;
    if (newest || (chosen && !text.trim())) list = list.toSorted((a, b) => data.days.get(b.id) - data.days.get(a.id));
    if (chosen || newest) await show(list, text, { ...result, chosen }, mine);
    if (mine === latest) draw(data.facets, counts, given, chosen);
  } catch {
    if (mine !== latest) return;
    results.replaceChildren();
    state.replaceChildren(...lists("The search is not available here. Look through all"));
  }
}

// An address may name a value instead of giving its id.
async function settled(all, given) {
  for (const { name, kind } of all) {
    if (!kind) continue;
    const values = await Promise.all(given.getAll(name).map((value) => idOf(kind, value)));
    given.delete(name);
    for (const value of values) given.append(name, value);
  }
}

// The statements that every facet lets through, and for each facet the numbers of its values
// among those that the other facets let through.
function choose(all, given, from) {
  const wanted = all.map((facet) => (given.has(facet.name) ? new Set(given.getAll(facet.name).map((id) => facet.ids.indexOf(id))) : null));
  const counts = all.map((facet) => new Uint32Array(facet.ids.length));
  const status = all[NAMES.indexOf("status")].rows;
  const kept = [];
  for (const each of from) {
    if (!status.has(each.id)) continue; // No statement.
    const rows = all.map((facet) => facet.rows.get(each.id) ?? []);
    const failing = rows.flatMap((row, at) => (wanted[at] && !row.some((value) => wanted[at].has(value)) ? [at] : []));
    if (!failing.length) kept.push(each);
    if (failing.length < 2) {
      for (const at of failing.length ? failing : rows.keys()) for (const value of rows[at]) counts[at][value] += 1;
    }
  }
  return { kept, counts };
}

async function show(list, text, result, mine) {
  const made = element("ol", { class: "find-list", id: "find_page_found" });
  const more = element("button", { type: "button" }, "");
  async function add() {
    const from = made.children.length;
    const cards = await Promise.all(list.slice(from, from + AT_ONCE).map(card));
    made.append(
      ...cards.map((each) => {
        const [title, ...rest] = parts(each, result.marks);
        const link = element("a", { href: new URL(each.path, root).href }, title);
        return element("li", { class: "hit" }, link, ...rest);
      }),
    );
    const left = list.length - made.children.length;
    more.hidden = left < 1;
    more.textContent = `Show ${Math.min(left, AT_ONCE)} more`;
    return made.children[from]?.querySelector("a");
  }
  await add();
  if (mine !== latest) return;
  more.addEventListener("click", async () => (await add())?.focus());
  state.textContent = text.trim() || result.chosen ? found(list.length, text, result) : "Type a name, a number or a word, or choose from the lists.";
  if (!list.length && (text.trim() || result.chosen)) results.replaceChildren(element("p", {}, ...lists("Look through all")));
  else results.replaceChildren(...(list.length > 1 ? [sorting()] : []), made, more);
}

function sorting() {
  const { newest } = asked();
  const select = element("select", { id: "find_sort" }, element("option", { value: "best" }, "Best first"), element("option", { value: "date" }, "Newest first"));
  select.value = newest ? "date" : "best";
  select.addEventListener("change", async () => {
    await ask((given) => (select.value === "date" ? given.set("sort", "date") : given.delete("sort")));
    document.getElementById("find_sort")?.focus();
  });
  return element("p", { class: "find-sort" }, element("label", { for: "find_sort" }, "Order"), select);
}

function draw(all, counts, given, chosen) {
  const before = document.activeElement?.id;
  const open = new Set([...aside.querySelectorAll("details[open]")].map(({ id }) => id));
  const boxes = all.map((facet, at) => facetBox(facet, counts[at], given, open)).filter(Boolean);
  if (!boxes.length) {
    aside.replaceChildren();
    return;
  }
  const clear = element("button", { type: "button", id: "find_clear" }, "Clear all filters");
  clear.hidden = !chosen;
  clear.addEventListener("click", async () => {
    await ask((now) => all.forEach(({ name }) => now.delete(name)));
    input.focus();
  });
  const group = element("details", { class: "find-filters", id: "find_filters" }, element("summary", {}, "Filter statements"), clear, ...boxes);
  group.open = filtersOpen;
  group.addEventListener("toggle", () => (filtersOpen = group.open));
  aside.replaceChildren(group);
  if (before) document.getElementById(before)?.focus();
}

function facetBox(facet, counts, given, open) {
  const chosen = given.getAll(facet.name);
  const order = [...facet.ids.keys()].filter((at) => counts[at] || chosen.includes(facet.ids[at]));
  if (!order.length) return null;
  order.sort((a, b) => chosen.includes(facet.ids[b]) - chosen.includes(facet.ids[a]) || counts[b] - counts[a] || (facet.names[a] < facet.names[b] ? -1 : 1));
  const all = wide.has(facet.name);
  const rows = order.slice(0, all ? 200 : Math.max(VALUES, chosen.length)).map((at) => {
    const id = `find_${facet.name}_${at}`;
    const box = element("input", { type: "checkbox", id, name: facet.name, value: facet.ids[at] });
    box.checked = chosen.includes(facet.ids[at]);
    box.addEventListener("change", () =>
      ask((now) => {
        now.delete(facet.name);
        const kept = chosen.filter((value) => value !== facet.ids[at]);
        for (const value of box.checked ? [...kept, facet.ids[at]] : kept) now.append(facet.name, value);
      }),
    );
    const number = element("span", { class: "find-count" }, counts[at].toLocaleString("en"));
    return element("li", {}, box, element("label", { for: id }, facet.names[at], " ", number));
  });
  const list = element("ul", {}, ...rows);
  const id = `find_${facet.name}`;
  const made = element("details", { id, class: "find-facet" }, element("summary", {}, facet.title), list);
  made.open = open.has(id) || chosen.length > 0 || (!aside.children.length && ["speaker", "topic"].includes(facet.name));
  if (!all && order.length > rows.length) {
    const more = element("button", { type: "button", id: `${id}_more` }, `Show ${Math.min(order.length, 200) - rows.length} more`);
    more.addEventListener("click", () => {
      wide.add(facet.name);
      answer();
    });
    made.append(more);
  }
  return made;
}

ready().catch(() => {});
input.value = asked().text;
input.addEventListener("input", () => ask((given) => (input.value ? given.set("q", input.value) : given.delete("q"))));
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("popstate", () => {
  input.value = asked().text;
  answer();
});
answer();
