// Finds records by words: best first, exact names before all, phrases, dates, names with typing
// mistakes or in another spelling. `index.js` reads what Pagefind has made of the records.
import { filter, fragment, pages, withBeginning } from "./index.js";
import { distance, allowance, names, nearest } from "./names.js";
import { RUN, STOP, UNSPACED, fold, key, others, plain, root, stem, words } from "./words.js";

// Queries ----------------------------------------------------------------------------------------
// Words of a question, which say nothing of what it asks for.
const ASKED = new Set("who what when where which why how did do does has have had will would can could".split(" "));
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?";
const DATES = [
  [/\b(\d{4})-(\d{1,2})(?:-(\d{1,2}))?\b/g, (y, m, d) => [y, m, d]],
  [/\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/g, (d, m, y) => [y, m, d]],
  [new RegExp(`\\b(\\d{1,2})\\.? ${MONTH},? (\\d{4})\\b`, "g"), (d, m, y) => [y, m, d]],
  [new RegExp(`\\b${MONTH} (\\d{1,2}),? (\\d{4})\\b`, "g"), (m, d, y) => [y, m, d]],
  [new RegExp(`\\b${MONTH} (\\d{4})\\b`, "g"), (m, y) => [y, m]],
];
const QUOTED = /["“”„«»]([^"“”„«»]+)["“”„«»]/g;

// A query as it was meant: phrases, dates, words; the last word may still be being typed.
export function parsed(text) {
  const phrases = [];
  const days = [];
  const spare = text.replace(QUOTED, (_, phrase) => {
    phrases.push(phrase);
    return " ";
  });
  let rest = fold(spare);
  for (const [form, order] of DATES) {
    rest = rest.replace(form, (whole, ...parts) => {
      const [year, month, day] = order(...parts);
      const at = /^\d/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3)) + 1;
      if (at < 1 || at > 12 || Number(day ?? 1) > 31) return whole;
      days.push([year, String(at).padStart(2, "0"), day && day.padStart(2, "0")].filter(Boolean).join("-"));
      return " ";
    });
  }
  const all = words(rest);
  const some = all.filter((word) => !STOP.has(word));
  const asked = some.filter((word) => !ASKED.has(word));
  const open = /[\p{L}\p{N}\p{M}]$/u.test(text.trimEnd()) && text === text.trimEnd();
  const kept = asked.length ? asked : some.length ? some : days.length || phrases.length ? [] : all;
  const order = new Map(); // How many words, as Pagefind has read them, stand before each.
  let before = 0;
  for (const word of all) {
    order.set(word, before);
    before += plain(word).length;
  }
  return { phrases, days, words: [...new Set(kept)], order, open, text, key: key(text) };
}

// Places ----------------------------------------------------------------------------------------
// In weights from here on a word belongs to a name, or to an id, of so many words: see lean.py.
const NAME = 192;
const ID = 216;
const MOST = 23;
const WORTH = (weight) => (weight < NAME ? weight : weight < ID ? 192 : 48) / 24;

const exactly = async (word) => (await withBeginning(word, (other) => other === word, 1))[0];

// The places of a word on a page, as [from, to] in the lists of `given`; null: none.
function spot(given, page) {
  let low = 0;
  let high = given.pages.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (given.pages[middle] === page) return [given.from[middle], given.from[middle + 1]];
    if (given.pages[middle] < page) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}

// Where words stand as asked on pages that have them all: each of `parts` has a list of places and
// how far it is from the first. Gives each page the weight of the first word there.
function together(parts, takes = () => true) {
  const found = new Map();
  const [rarest] = parts.toSorted((a, b) => a.given.pages.length - b.given.pages.length);
  for (const page of rarest.given.pages) {
    const spots = parts.map(({ given }) => spot(given, page));
    if (spots.some((each) => !each)) continue;
    const [{ given: first }] = parts;
    for (let at = spots[0][0]; at < spots[0][1]; at += 1) {
      const weight = first.weights[at];
      if (!takes(weight) || found.get(page) >= weight) continue;
      const all = parts.every(({ given, far }, part) => {
        for (let other = spots[part][0]; other < spots[part][1]; other += 1) {
          if (given.places[other] === first.places[at] + far && takes(given.weights[other])) return true;
        }
        return false;
      });
      if (all) found.set(page, weight);
    }
  }
  return found;
}

async function placed(cut, left = () => true) {
  const parts = cut.map((word, far) => ({ word, far })).filter(({ word }) => left(word));
  const lists = await Promise.all(parts.map(({ word }) => exactly(word)));
  if (!parts.length || lists.some((given) => !given)) return [];
  const [{ far: start }] = parts;
  return parts.map(({ far }, at) => ({ given: lists[at], far: far - start }));
}

// The pages on which these words follow one another.
async function phrase(text) {
  // In a run without spaces the last character alone is no word of its own within a longer text.
  const cut = words(text).flatMap((word) => {
    const made = plain(word);
    return made.length > 1 ? made.slice(0, -1) : made;
  });
  const parts = await placed(cut);
  return parts.length ? together(parts) : new Map();
}

// The pages that bear exactly this name or id, names first. Words that stand everywhere are not
// looked up, only passed over.
async function bearing(text) {
  const cut = plain(text);
  const size = Math.min(cut.length, MOST);
  const telling = cut.some((word) => !STOP.has(word));
  const parts = await placed(cut, (word) => !telling || !STOP.has(word));
  if (!parts.length) return [];
  const found = together(parts, (weight) => weight === NAME + size || weight === ID + size);
  return [...found].sort((a, b) => a[1] - b[1]).map(([page]) => page);
}

// Scores ----------------------------------------------------------------------------------------
const SEEN = 10; // So many of the best are looked into.
const SOME = 3; // Chunks that are loaded for a word that is still being typed.
const NEAR = 300; // So many of the best are looked at for words that stand together.
const SATURATION = 4;
const LENGTH = 0.3;

// How much a word of the index counts for a word of the query.
function likeness(word, asked) {
  if (word === asked) return 1;
  if (stem(word) === stem(asked) || !word.startsWith(asked)) return 0.8;
  return /^[0-9]/.test(asked) ? 0.05 : (0.6 * asked.length) / word.length;
}

// All that has this word, one of its forms, or (while it is being typed) begins with it: for each
// page how often and how weightily.
async function term(asked, open, count) {
  const word = RUN.test(asked) ? asked : plain(asked)[0];
  const worth = new Float32Array(count);
  if (RUN.test(word)) {
    const found = [...word].length > 1 ? await phrase(word) : new Map();
    for (const [page, weight] of found) worth[page] = WORTH(weight);
    if (found.size) return { word, worth, size: found.size, lists: [await exactly(plain(word)[0])] };
  }
  const own = stem(word);
  const begins = RUN.test(word) ? [...word][0] : word;
  const lists = await Promise.all([
    withBeginning(begins, (other) => open || RUN.test(word) || other === word, open ? SOME : 1),
    withBeginning(root(word), (other) => stem(other) === own, 2),
    ...others(word).map((each) => withBeginning(each, (other) => other === each, 1)),
  ]);
  const forms = [...new Map(lists.flat().map((each) => [each.word, each])).values()];
  let size = 0;
  for (const { word: form, pages: on, from, weights } of forms) {
    const like = likeness(form, word);
    for (let at = 0; at < on.length; at += 1) {
      if (!worth[on[at]]) size += 1;
      let sum = 0;
      for (let place = from[at]; place < from[at + 1]; place += 1) sum += WORTH(weights[place]);
      worth[on[at]] += like * sum;
    }
  }
  const sure = forms.filter((each) => likeness(each.word, word) >= 0.8);
  return { word, worth, size, lists: sure };
}

// In the place of a name in another spelling also all that names its bearer.
async function withBearers(made, open, list) {
  for (const usual of bearers(made.word, open, list)) {
    const parts = await placed(plain(usual));
    if (!parts.length) continue;
    for (const [page] of together(parts)) {
      if (!made.worth[page]) made.size += 1;
      made.worth[page] += 1.5;
    }
  }
  return made;
}

// The usual names of those who bear a name in another script or spelling.
function bearers(word, open, list) {
  const run = RUN.test(word);
  const found = list.filter((name) => {
    if (name.kind !== "a" || name.main) return false;
    return name.words.some((other) => other === word || (run ? other.includes(word) : open && word.length > 2 && other.startsWith(word)));
  });
  return [...new Set(found.map(({ usual }) => usual))].slice(0, 12);
}

// The best first; those that were superseded last.
function ranked(scores, late) {
  const found = [];
  for (const [page, score] of scores) found.push({ page, score, late: late.has(page) });
  return found.sort((a, b) => a.late - b.late || b.score - a.score || a.page - b.page);
}

// How well pages answer the terms, and which have them all.
function scored(terms, { count, lengths, average }) {
  const whole = new Map();
  const some = new Map();
  const rarity = terms.map(({ size }) => Math.log(1 + (count - size + 0.5) / (size + 0.5)));
  for (let page = 0; page < count; page += 1) {
    let score = 0;
    let has = 0;
    for (let at = 0; at < terms.length; at += 1) {
      const worth = terms[at].worth[page];
      if (!worth) continue;
      has += 1;
      const spread = SATURATION * (1 - LENGTH + (LENGTH * lengths[page]) / average);
      score += (rarity[at] * worth * (SATURATION + 1)) / (worth + spread);
    }
    if (has) some.set(page, score);
    if (has && has === terms.length) whole.set(page, score);
  }
  return { whole, some };
}

// Words that stand together on a page as in the query count more.
function nearer(found, terms) {
  const sums = found.slice(0, NEAR).map((each) => {
    let pairs = 0;
    for (let at = 1; at < terms.length; at += 1) {
      const far = terms[at].at - terms[at - 1].at;
      if (follow(terms[at - 1].lists, terms[at].lists, far, each.page)) pairs += 1;
    }
    return { ...each, score: each.score * (1 + pairs / Math.max(terms.length - 1, 1)) };
  });
  return [...sums.sort((a, b) => a.late - b.late || b.score - a.score || a.page - b.page), ...found.slice(NEAR)];
}

function follow(before, after, far, page) {
  const places = (lists) =>
    lists.flatMap((given) => {
      const found = spot(given, page);
      return found ? given.places.slice(...found) : [];
    });
  const next = new Set(places(after));
  return places(before).some((place) => next.has(place + far));
}

// Search ----------------------------------------------------------------------------------------
// A word of the names, or else of the texts, that this one may be a mistyped form of.
async function meant(word, list) {
  const [named] = nearest(word, [...new Set(list.flatMap((name) => name.words))], (one) => one);
  const most = Math.min(allowance(word.length), 1);
  if (named || !most || RUN.test(word)) return named;
  const like = (other) => other.length > 3 && !/[0-9]/.test(other + word) && distance(word, other, most) <= most;
  const found = await withBeginning(word.slice(0, 2), like, SOME);
  return found.sort((a, b) => b.pages.length - a.pages.length)[0]?.word;
}

// The pages that every date of the query lets through; null: it has none.
async function dated(days) {
  if (!days.length) return null;
  const values = await filter("day");
  const sets = days.map((day) => {
    const start = day.replaceAll("-", "");
    return new Set(values.flatMap(([value, on]) => (value.startsWith(start) ? on : [])));
  });
  return sets.reduce((one, other) => new Set([...one].filter((page) => other.has(page))));
}

async function termsOf(all, query, list, count) {
  return Promise.all(
    all.map(async (word, at) => {
      const open = query.open && at === all.length - 1;
      const made = await withBearers(await term(word, open, count), open, list);
      return { ...made, at: query.order.get(word) ?? at };
    }),
  );
}

// What was found, best first, as results for `card`. `instead` has the words that were read as
// another, each with it; `partly` says that nothing has all the words; `marks` what is to be marked.
export async function search(text) {
  const query = parsed(text);
  if (!query.key) return { found: [], marks: [], instead: new Map(), partly: false };
  const [index, { list, superseded }] = await Promise.all([pages(), names()]);
  const late = new Set(superseded ? (await filter("status")).flatMap(([, on]) => on) : []);
  const instead = new Map();
  let all = query.words;
  let terms = await termsOf(all, query, list, index.count);
  for (const { word, size } of terms) {
    const better = size ? "" : await meant(word, list);
    if (better) instead.set(word, better);
  }
  if (instead.size) {
    all = all.map((word) => instead.get(word) ?? word);
    query.order = new Map([...query.order].map(([word, at]) => [instead.get(word) ?? word, at]));
    terms = await termsOf(all, query, list, index.count);
  }
  const limits = [await dated(query.days), ...(await Promise.all(query.phrases.map(phrase)))].filter(Boolean);
  const passes = (page) => limits.every((each) => each.has(page));
  const { whole, some } = scored(terms, index);
  const partly = !limits.length && terms.length > 1 && !whole.size && some.size > 0;
  let scores = partly ? some : whole;
  if (limits.length) {
    const from = terms.length ? whole.keys() : limits.at(-1).keys();
    scores = new Map([...from].filter(passes).map((page) => [page, (whole.get(page) ?? 0) + (limits.at(-1).get?.(page) ?? 1)]));
  }
  const found = nearer(ranked(scores, late), terms);
  const sure = whole.size > 0 && !instead.size;
  const first = query.phrases.length ? [] : await named(query, all, sure ? [] : list);
  const ahead = new Set(first);
  const ordered = [...first.map((page) => ({ page, late: late.has(page) })), ...found.filter(({ page }) => !ahead.has(page))];
  return { found: await exactFirst(query, ordered), marks: marksOf(query, all), instead, partly: partly && !first.length };
}

// Whom or what the whole query names: exactly, or but for typing mistakes.
async function named(query, all, list) {
  const own = await bearing(query.text);
  if (own.length) return own;
  const corrected = all.join(" ");
  const again = corrected === query.key ? [] : await bearing(corrected);
  if (again.length || query.key.length < 5) return again;
  const near = nearest(query.key, list, (one) => one.key).slice(0, SEEN);
  const lists = await Promise.all(near.map(({ name }) => bearing(name)));
  return [...new Set(lists.flat())];
}

// A title that is the whole query stands first, among those that were looked into anyway.
async function exactFirst(query, found) {
  const best = await Promise.all(found.slice(0, SEEN).map(card));
  const rank = (at) => (key(best[at].title) === query.key ? 0 : 1);
  const order = [...best.keys()].sort((a, b) => rank(a) - rank(b) || a - b);
  return [...order.map((at) => found[at]), ...found.slice(SEEN)];
}

// How a result is shown.
export async function card({ page }) {
  const { url, meta } = await fragment(page);
  const path = `${url.replace(/^\//, "").replace(/\.html$/, "")}/`;
  const { title, headline, line, words: text, quote, lang: language, dir: direction } = meta;
  return { path, title: title ?? `“${headline}”`, line, teaser: text ?? (quote && `“${quote}”`), language, direction };
}

// Begins to load what every query needs.
export async function ready() {
  await Promise.all([pages(), names()]);
}

// Every record there is.
export async function everything() {
  const { count } = await pages();
  return Array.from({ length: count }, (_, page) => ({ page }));
}

function marksOf(query, all) {
  const asked = [...all, ...query.phrases.flatMap((each) => words(each).filter((word) => !STOP.has(word)))];
  return asked.map((word, at) => ({
    stem: stem(word),
    begins: query.open && at === all.length - 1 ? word : "",
    run: RUN.test(word) ? word : "",
  }));
}

// A text with the words of the query marked, as nodes.
const WORD = new RegExp(`[${UNSPACED}]+|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}'’])+(?:[.,](?=[0-9])[0-9]+)*`, "gu");

export function marked(text, marks) {
  const nodes = [];
  let from = 0;
  const mark = (start, end) => {
    if (start < from) return;
    if (start > from) nodes.push(text.slice(from, start));
    const node = document.createElement("mark");
    node.textContent = text.slice(start, end);
    nodes.push(node);
    from = end;
  };
  for (const found of text.matchAll(WORD)) {
    if (RUN.test(found[0])) {
      for (const { run } of marks) {
        const at = run ? found[0].indexOf(run) : -1;
        if (at >= 0) mark(found.index + at, found.index + at + run.length);
      }
      continue;
    }
    const [word] = words(found[0]);
    if (!word) continue;
    const own = stem(word);
    if (marks.some(({ stem: asked, begins }) => own === asked || (begins.length > 1 && word.startsWith(begins)))) {
      mark(found.index, found.index + found[0].length);
    }
  }
  if (from < text.length) nodes.push(text.slice(from));
  return nodes;
}
