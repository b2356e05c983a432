// The page /compare/: two actors of the address side by side, from the data beside their pages.
const form = document.getElementById("compare");
const [state, results, list] = ["state", "results", "actors"].map((name) => document.getElementById(`compare_${name}`));
const texts = form.dataset;
const at = (path) => new URL(`${texts.root}${path}`, location.href).href;

// A text with its places filled, "{a} and {b}", whatever the direction of what fills them.
const filled = (text, values) => text.split(/\{(\w*)\}/u).map((part, place) => (place % 2 ? isolated(values[part]) : part));
const isolated = (textContent) => element("bdi", { textContent });

function element(name, given = {}, ...inside) {
  const made = Object.assign(document.createElement(name), given);
  made.append(...inside.filter(Boolean));
  return made;
}

// The actor's data; null where there is no such actor. A former id leads to the present one.
async function load(id) {
  if (!/^[\w-]+$/u.test(id)) return null;
  const answer = await fetch(at(`actors/${id}/index.json`));
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(answer.status);
  const { moved_to: moved, status, ...actor } = await answer.json();
  if (moved) return load(moved.split("/")[1]);
  return status === "removed" ? null : { topics: [], statements: [], ...actor, ...actor.comparison };
}

// The options are the actors that the page lists, and those chosen.
function fillSelects(ids, actors = []) {
  const links = [...list.querySelectorAll("li a")];
  const known = new Map(links.map((link) => [new URL(link.href).pathname.split("/").at(-2), link.textContent]));
  for (const { id, name } of actors) known.set(id, name);
  for (const [index, side] of ["a", "b"].entries()) {
    const options = [["", texts.option], ...known].map(([id, name]) => new Option(name, id));
    form.elements[side].replaceChildren(...options);
    form.elements[side].value = known.has(ids[index]) ? ids[index] : "";
  }
}

// A statement, its form, date and publishers, and marks that change how it reads.
function entry({ url, statement, form: way, said, reports, marks, of }) {
  const link = element("a", { href: at(url), textContent: statement });
  const known = [of, way, said, ...reports].filter(Boolean).flatMap((text) => [" · ", isolated(text)]).slice(1);
  const flags = marks.flatMap((text) => [" ", element("span", { className: "chip chip-flag", textContent: text })]);
  return element("div", { className: "cell" }, link, " ", element("small", {}, ...known), ...flags);
}

// The cells of a row: what each actor said, found with `pick`; none where both said nothing.
function row(heading, actors, pick) {
  const cells = actors.map(({ name, statements }) => {
    const cell = element("td", {}, ...statements.map(pick).filter(Boolean).map(entry));
    cell.dataset.q = name;
    return cell;
  });
  if (!cells.some((cell) => cell.hasChildNodes())) return null;
  return element("tr", {}, element("th", { scope: "row", textContent: heading }), ...cells);
}

function section(topic, actors) {
  const answers = (each, question) => each.answers.find((one) => one.topic === topic.id && (!question || one.question === question));
  const rows = topic.questions.map(({ id, text }) =>
    row(text, actors, (each) => answers(each, id) && { ...each, of: answers(each, id).of }));
  rows.push(row(texts.other, actors, (each) => each.topics.includes(topic.id) && !answers(each) && each));
  const head = [texts.question, ...actors.map(({ name }) => name)].map((textContent) => element("th", { scope: "col", textContent }));
  const title = element("h2", { id: `topic-${topic.id}` }, element("a", { href: at(topic.url), textContent: topic.name }));
  const table = element("table", { className: "pos" }, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...rows));
  return element("section", {}, title, table);
}

// Topics of both actors first, then those of one, by name.
function topicsOf(actors) {
  const found = new Map(actors.flatMap(({ topics }) => topics).map((topic) => [topic.id, topic]));
  const by = ({ id }) => actors.filter(({ topics }) => topics.some((topic) => topic.id === id)).length;
  return [...found.values()].sort((one, other) => by(other) - by(one) || one.name.localeCompare(other.name));
}

function show(actors) {
  const [a, b] = actors.map(({ name }) => name);
  const [x, y] = actors.map(({ statements }) => statements.length);
  document.title = `${a} / ${b} · ${document.title}`;
  const topics = topicsOf(actors);
  const jumps = topics.flatMap(({ id, name }) => [element("a", { href: `#topic-${id}`, textContent: name }), " "]);
  results.className = "compared";
  results.replaceChildren(
    element("p", { className: "soft", textContent: texts.gaps }),
    element("p", { className: "soft" }, ...jumps),
    ...topics.map((topic) => section(topic, actors)),
  );
  return filled(texts.count, { a, b, x, y });
}

async function start() {
  const given = new URLSearchParams(location.search);
  const ids = ["a", "b"].map((side) => given.get(side) ?? "");
  fillSelects(ids);
  form.hidden = false;
  list.hidden = true;
  if (!ids.every(Boolean)) return texts.choose;
  if (ids[0] === ids[1]) return texts.same;
  state.textContent = texts.loading;
  const actors = await Promise.all(ids.map(load));
  const unknown = actors.indexOf(null);
  if (unknown >= 0) return filled(texts.unknown, { "": ids[unknown] });
  if (actors[0].id === actors[1].id) return texts.same;
  fillSelects(actors.map(({ id }) => id), actors);
  return show(actors);
}

start().catch(() => texts.failed).then((text) => state.replaceChildren(...[text].flat()));
