// The page /check/: loads the statements, and shows those that the sentences of a text resemble.
// The text stays in the browser: all parts of the data are loaded, whatever it is about.
import { Lookup } from "./lookup-match.js";

const form = document.getElementById("lookup");
const [field, state, results] = ["text", "state", "results"].map((name) => document.getElementById(`lookup_${name}`));
const parts = []; // loaded and not yet in `lookup`
let [next, loading, head, lookup] = [0, Promise.resolve()];

const json = (answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status)));
const get = (name) => fetch(`${form.dataset.statements}${name}.json`).then(json);

// Loads the parts that are missing, of a site with at most so many; one load waits for the other.
function load(most) {
  loading = loading.catch(() => {}).then(async () => {
    head ??= await get("");
    for (; head.parts <= most && next < head.parts; next += 1) parts.push(await get(`/${next}`));
  });
  return loading;
}

// A value as it is shown: a node, a text, or a text with its language.
function node(value, name = "span") {
  if (value instanceof Node) return value;
  const [text, lang] = [value].flat();
  return Object.assign(document.createElement(name), { textContent: text }, lang && { lang, dir: "auto" });
}

// A copy of a template of the page, its fields filled; a row without a value goes.
function filled(name, values) {
  const copy = document.getElementById(`lookup_${name}`).content.cloneNode(true);
  for (const place of copy.querySelectorAll("[data-field]")) {
    const { field: key, each, empty } = place.dataset;
    const nodes = [values[key] ?? []].flat().map((value) => node(value, each));
    if (nodes.length || empty) place.append(...(nodes.length ? nodes : [empty]));
    else place.closest("[data-row]").remove();
  }
  return copy;
}

function match({ statement, marks }) {
  const link = node(`${statement.short}: ${statement.statement}`, "a");
  link.href = `${form.dataset.root}facts/${statement.id}/`;
  const difference = ({ kind, text }) => form.dataset[kind].replace("{speaker}", statement.speaker).replace("{}", () => text);
  return filled("match", { ...statement, link, differences: marks.map(difference) });
}

async function show(event) {
  event.preventDefault();
  state.textContent = form.dataset.loading;
  const failed = await load(Infinity).then(() => "", () => form.dataset.failed);
  if (head) lookup ??= new Lookup(head);
  while (parts.length) {
    lookup.add(parts.shift());
    await new Promise((resolve) => setTimeout(resolve)); // so that the page stays alive
  }
  const found = lookup?.look(field.value) ?? [];
  const shown = ({ sentence, matches }) =>
    matches.length ? { sentence, matches: matches.map(match) } : { sentence, none: form.dataset.none };
  results.replaceChildren(...found.map((each) => filled("sentence", shown(each))));
  const count = `${found.filter(({ matches }) => matches.length).length} of ${found.length}`;
  state.textContent = `${failed} ${found.length ? form.dataset.count.replace("{}", count) : ""}`;
}

load(1).catch(() => {}); // at once, so that a small site needs no network afterwards
form.addEventListener("submit", show);
form.hidden = false;
document.getElementById("lookup_needs").hidden = true;
