// Finds records by words: Pagefind searches, and what it cannot do is done here: names with typing
// mistakes or in another spelling, exact names first, runs without spaces, dates, phrases among words.
// Words are cut exactly as in generator/render/search/words.py, which makes what Pagefind reads.
const root = new URL("../", import.meta.url);

// Words ------------------------------------------------------------------------------------------
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]+/g;
const LETTERS = {
  "ß": "ss", "ς": "σ", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i",
  "þ": "th", "ħ": "h", "ŧ": "t", "ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي", "\u0640": "",
  "ם": "מ", "ן": "נ", "ך": "כ", "ף": "פ", "ץ": "צ",
  "’": "'", "‘": "'", "ʼ": "'", "׳": "'", "“": " ", "”": " ", "–": " ", "—": " ", "·": " ",
};
for (const zero of [0x660, 0x6f0, 0x966]) {
  for (let n = 0; n < 10; n += 1) LETTERS[String.fromCodePoint(zero + n)] = String(n);
}
const FOLDED = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "gu");
const UNSPACED =
  "\\u3041-\\u30fa\\u30fc-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff" +
  "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u{20000}-\\u{3ffff}";
const SIGNS = "\\u0900-\\u0963\\u0970-\\u0dff\\u3099\\u309a";
const NUMBER = "[0-9]+(?:[.,][0-9]+)+";
const ACRONYM = "(?:[a-z]\\.){2,}[a-z]?";
const LETTER = `(?:(?![${UNSPACED}])[\\p{L}\\p{N}${SIGNS}])`;
const ANY = new RegExp(`${NUMBER}|${ACRONYM}|[${UNSPACED}]+|${LETTER}+(?:'${LETTER}+)*`, "gu");
const RUN = new RegExp(`^[${UNSPACED}]+`, "u");
const STOP = new Set(
  "a an and are as at be been by for from in is it its of on or that the this to was were with".split(" "),
);
const IRREGULAR = { women: "woman", men: "man", children: "child", people: "person" };
// Words of a question, which say nothing of what it asks for.
const ASKED = new Set("who what when where which why how did do does has have had will would can could".split(" "));

export function fold(text) {
  const plain = text.normalize("NFKD").toLowerCase().replace(MARKS, "");
  return plain.replace(FOLDED, (letter) => LETTERS[letter]).normalize("NFC");
}

export function words(text) {
  const found = [];
  for (const word of fold(text).match(ANY) ?? []) {
    if (word.includes("'")) found.push(word.replace(/'s$/, "").replaceAll("'", ""));
    else if (/[.,]/.test(word)) found.push(...number(word));
    else found.push(word);
  }
  return found;
}

function number(word) {
  if (!/^[0-9]/.test(word)) return [word.replaceAll(".", "")];
  if (/^[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$/.test(word)) return [word.replaceAll(",", "")];
  const decimal = /^([0-9]+)[.,]([0-9]+)$/.exec(word);
  return decimal ? [`${decimal[1]}.${decimal[2]}`] : word.split(/[.,]/);
}

// Pairs of neighbours in a run without spaces, and the last character alone.
function pairs(run) {
  const signs = [...run];
  return signs.map((sign, at) => sign + (signs[at + 1] ?? ""));
}

const POINT = "p";

// The words as Pagefind has read them.
export function plain(text) {
  return words(text).flatMap((word) => (RUN.test(word) ? pairs(word) : [word.replace(".", POINT)]));
}

export function key(text) {
  return words(text).join(" ");
}

const mark = (kind, name) => `${kind}${name.replace(/[- ]/g, "xhx")}${kind}`;
const RECORD = "xq";
const ACTOR = "xz";
const DAY = "xd";

export function stem(word) {
  if (Object.hasOwn(IRREGULAR, word)) return IRREGULAR[word];
  if (word.startsWith("ال") && [...word].length > 4) return word.slice(2);
  if (!/^[a-z]{4,}$/.test(word)) return word;
  word = singular(word);
  for (const end of ["ing", "ed"]) {
    if (!word.endsWith(end)) continue;
    const rest = word.slice(0, -end.length);
    if (rest.length > 3 && /[aeiouy]/.test(rest)) {
      const doubled = rest.at(-1) === rest.at(-2) && !"lsz".includes(rest.at(-1));
      word = doubled ? rest.slice(0, -1) : rest;
      break;
    }
  }
  if (word.endsWith("e") && word.length > 4) word = word.slice(0, -1);
  return word.endsWith("y") && word.length > 3 ? `${word.slice(0, -1)}i` : word;
}

function singular(word) {
  if (word.endsWith("ies")) return word.slice(0, word.length > 4 ? -2 : -1);
  if (/(sses|shes|ches|xes)$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") && !/(ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

// Queries ----------------------------------------------------------------------------------------
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
  return { phrases, days, words: kept, open, text, key: key(text) };
}

// Files ------------------------------------------------------------------------------------------
const RANKING = { metaWeights: { title: 0, line: 0, words: 0, lang: 0, dir: 0 } };
let engine;
let known;

// Tried again at the next key where it failed.
async function pagefind() {
  engine ??= import(new URL("pagefind/pagefind.js", root)).then(async (module) => {
    await module.options({ ranking: RANKING, excerptLength: 1 });
    await module.init();
    return module;
  });
  try {
    return await engine;
  } catch (error) {
    engine = undefined;
    throw error;
  }
}

// Each name of an actor, topic or event: whose it is, its words, and whether it is the usual one.
async function names() {
  known ??= fetch(new URL("search/names.bin", root), { cache: "no-cache" })
    .then((answer) => {
      if (!answer.ok) throw new Error(`${answer.status} names.bin`);
      return new Response(answer.body.pipeThrough(new DecompressionStream("deflate"))).json();
    })
    .then(({ superseded, names: rows }) => ({
      superseded,
      titles: new Map(rows.map(([id, kind, name]) => [kind + id, name])),
      list: rows.flatMap(([id, kind, ...given]) =>
        given.flatMap((name, at) =>
          name ? [{ id, kind, name, key: key(name), words: words(name), main: at < 2 }] : [],
        ),
      ),
    }));
  try {
    return await known;
  } catch (error) {
    known = undefined;
    throw error;
  }
}

export async function titles() {
  return (await names()).titles;
}

// The id that a name, or the id itself, stands for among records of a kind.
export async function idOf(kind, text) {
  const { list } = await names();
  return list.find((each) => each.kind === kind && (each.id === text || each.key === key(text)))?.id ?? text;
}

// Begins to load what every query needs.
export async function ready() {
  await Promise.all([pagefind(), names()]);
}

// Mistakes that a name of this length may hold.
function allowance(length) {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

// Damerau and Levenshtein's distance (neighbours that changed places are one mistake), up to `most`.
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        cost = Math.min(cost, before[j - 2] + 1);
      }
      row[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return last[other.length];
}

const digits = (text) => text.replace(/[^0-9]/g, "");

// The names that this text may be a mistyped form of, the nearest first.
function nearest(text, candidates, of) {
  const most = allowance(text.length);
  if (!most) return [];
  let best = most;
  let found = [];
  for (const candidate of candidates) {
    const other = of(candidate);
    if (other === text || other.length < 3 || digits(other) !== digits(text)) continue;
    const far = distance(text, other, best);
    if (far > best) continue;
    if (far < best) {
      best = far;
      found = [];
    }
    found.push(candidate);
  }
  return found;
}

// Search -----------------------------------------------------------------------------------------
const SEEN = 10; // So many of the best are looked into.
const cards = new Map();

// One question to Pagefind: statements that were superseded come last, whatever they score.
async function asked(text) {
  const [{ search }, { superseded }] = await Promise.all([pagefind(), names()]);
  if (!superseded) return (await search(text)).results;
  const [current, late] = await Promise.all([
    search(text, { filters: { none: { status: "superseded" } } }),
    search(text, { filters: { status: "superseded" } }),
  ]);
  return [...current.results, ...late.results.map((each) => ({ ...each, late: true }))];
}

// How a result is shown; `content` is what Pagefind has read.
export async function card(result) {
  if (!cards.has(result.id)) cards.set(result.id, result.data());
  const { raw_url: url, meta, content } = await cards.get(result.id);
  const path = `${url.replace(/^\//, "").replace(/\.html$/, "")}/`;
  const { title, line, words: teaser, lang: language, dir: direction } = meta;
  return { path, title, line, teaser, language, direction, content };
}

const bare = (id) => id.replaceAll(" ", "-");

// The records of these ids, as results: where they stand among the best anyway, no file is loaded.
async function records(ids, found, sure) {
  const best = await Promise.all(found.slice(0, SEEN).map(card));
  const known = new Map(best.map(({ path }, at) => [bare(path.split("/").at(-2)), found[at]]));
  const lists = await Promise.all(
    ids.map((id) => (known.has(bare(id)) ? [known.get(bare(id))] : sure(id) ? asked(`"${mark(RECORD, id)}"`) : [])),
  );
  return lists.flat();
}

// The bearers of a name in another script or spelling, wherever they are named.
function bearers(word, last, list) {
  const run = RUN.test(word);
  const found = list.filter(({ kind, main, words: others }) => {
    if (kind !== "a" || main) return false;
    return others.some((other) => other === word || (run ? other.includes(word) : last && word.length > 2 && other.startsWith(word)));
  });
  return [...new Set(found.map(({ id }) => id))].slice(0, 5);
}

const joined = (...lists) => [...new Map(lists.flat().map((each) => [each.id, each])).values()];

// Best first by Pagefind's own measure, each once.
function merged(lists) {
  const best = new Map();
  for (const each of lists.flat()) {
    if (!(best.get(each.id)?.score >= each.score)) best.set(each.id, each);
  }
  return [...best.values()].sort((a, b) => !!a.late - !!b.late || b.score - a.score);
}

// All that has these words; in the place of a name in another spelling also whoever bears it.
async function withWords(query, all, list) {
  const ways = [all.flatMap((word) => plain(word))];
  all.forEach((word, at) => {
    const last = query.open && at === all.length - 1;
    for (const id of bearers(word, last, list)) {
      ways.push(all.flatMap((other, where) => (where === at ? [mark(ACTOR, id)] : plain(other))));
    }
  });
  const days = query.days.map((day) => DAY + day.replaceAll("-", ""));
  const answers = await Promise.all(ways.slice(0, 8).map((way) => asked([...way, ...days].join(" "))));
  return answers.length === 1 ? answers[0] : merged(answers);
}

// Those that have some of the words: the more of them and the rarer, the better.
async function withSome(all) {
  const answers = await Promise.all(all.map((word) => asked(plain(word).join(" "))));
  const scores = new Map();
  for (const results of answers) {
    const rarity = 1 / Math.sqrt(results.length + 1);
    for (const each of results) {
      const before = scores.get(each.id)?.worth ?? 0;
      scores.set(each.id, { each, worth: before + rarity });
    }
  }
  const order = (a, b) => !!a.each.late - !!b.each.late || b.worth - a.worth || b.each.score - a.each.score;
  return [...scores.values()].sort(order).map(({ each }) => each);
}

// The words that none of the best has: Pagefind passes over a word that it does not know.
async function missing(query, all, found, list) {
  const best = await Promise.all(found.slice(0, SEEN).map(card));
  const read = best.map(({ content }) => content.replaceAll(".", " ").split(/\s+/));
  return all.filter((word, at) => {
    const last = query.open && at === all.length - 1;
    if (bearers(word, last, list).length) return false;
    const looked = plain(word);
    const own = looked.map(stem);
    return !read.some((others) =>
      looked.every((one, part) => others.some((other) => other === one || stem(other) === own[part] || (last && other.startsWith(one)))),
    );
  });
}

// What was found, best first, as results for `card`. `instead` has the words that were read as a
// name, each with it; `partly` says that nothing has all the words; `marks` what is to be marked.
export async function search(text) {
  const query = parsed(text);
  if (!query.key) return { found: [], marks: [], instead: new Map(), partly: false };
  const { list } = await names();
  let all = query.words;
  const instead = new Map();
  const simple = !query.phrases.length && !query.days.length;
  // A single letter: names that it begins stand first, where they are among the best.
  const letter = simple && [...query.key].length === 1 && /[a-z]/.test(query.key);
  const phrases = await Promise.all(query.phrases.map((each) => asked(`"${phrase(each)}"`)));
  let found = [];
  let partly = false;
  const find = async () => {
    const lists = all.length || query.days.length ? [await withWords(query, all, list), ...phrases] : phrases;
    found = lists[0] ?? [];
    for (const other of lists.slice(1)) {
      const ids = new Set(other.map(({ id }) => id));
      found = found.filter(({ id }) => ids.has(id));
    }
  };
  await find();
  if (!letter) {
    const unknown = await missing(query, all, found, list);
    for (const word of unknown) {
      const better = nearest(word, [...new Set(list.flatMap((name) => name.words))], (one) => one);
      if (better.length) instead.set(word, better[0]);
    }
    if (instead.size) {
      all = all.map((word) => instead.get(word) ?? word);
      await find();
    }
    if (simple && all.length > 1 && (!found.length || (await missing(query, all, found.slice(0, 3), list)).length)) {
      const some = await withSome(all);
      partly = some.length > 0;
      found = some;
    }
  }
  const first = query.phrases.length ? [] : await meant(query, all, list, letter, found);
  const ahead = new Set(first.map(({ id }) => id));
  partly &&= !first.length;
  const marks = marksOf(query, all);
  return { found: await exactFirst(query, joined(first, found.filter(({ id }) => !ahead.has(id)))), marks, instead, partly };
}

// In a run without spaces the last character alone is no word of its own within a longer text.
function phrase(text) {
  return words(text)
    .flatMap((word) => {
      if (!RUN.test(word)) return [word.replace(".", POINT)];
      const cut = pairs(word);
      return cut.length > 1 ? cut.slice(0, -1) : cut;
    })
    .join(" ");
}

// Whom or what the whole query names: exactly, or but for a typing mistake.
async function meant(query, all, list, letter, found) {
  const corrected = all.join(" ");
  let whole = list.filter((name) => name.key === query.key || name.key === corrected);
  if (!whole.length && letter) whole = list.filter(({ main, key: name }) => main && name.startsWith(query.key)).slice(0, SEEN);
  if (!whole.length && query.key.length > 4) whole = nearest(query.key, list, (one) => one.key);
  const ids = [...new Set(whole.map(({ id }) => id))].slice(0, SEEN);
  const maybe = query.key;
  return records([...new Set([maybe, ...ids])], found, (id) => !letter && (id !== maybe || /\d|-/.test(query.text) || !found.length));
}

// A title that is the whole query stands first, among those that were looked into anyway.
async function exactFirst(query, found) {
  const best = await Promise.all(found.slice(0, SEEN).map(card));
  const rank = (at) => (key(best[at].title) === query.key ? 0 : 1);
  const order = [...best.keys()].sort((a, b) => rank(a) - rank(b) || a - b);
  return [...order.map((at) => found[at]), ...found.slice(SEEN)];
}

function marksOf(query, all) {
  const asked = [...all, ...query.phrases.flatMap((each) => words(each).filter((word) => !STOP.has(word)))];
  return asked.map((word, at) => ({
    stem: stem(word),
    begins: query.open && at === all.length - 1 ? word : "",
    run: RUN.test(word) ? word : "",
  }));
}

// Every record there is.
export async function everything() {
  return (await (await pagefind()).search(null)).results;
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
