// Finds records by words: loads the few files of the index that a query needs, and ranks.
// The files are made by generator/export/search; words are cut here exactly as there.
const base = new URL("../search/index/", import.meta.url);

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

export function terms(text) {
  return words(text).flatMap((word) => {
    if (RUN.test(word)) return pairs(word);
    return [STOP.has(word) ? null : stem(word)];
  });
}

export function key(text) {
  return words(text).join(" ");
}

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
  return { phrases, days, words: kept, open, key: key(text), all };
}

// Files ------------------------------------------------------------------------------------------
let current;
const loaded = new Map();

async function unpacked(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  const stream = answer.body.pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).json();
}

async function index() {
  current ??= fetch(new URL("now.json", base), { cache: "no-cache" }).then((answer) => {
    if (!answer.ok) throw new Error(`${answer.status} now.json`);
    return answer.json();
  });
  try {
    return await current;
  } catch (error) {
    current = undefined; // The next key tries again.
    throw error;
  }
}

async function part(name) {
  const { stamp } = await index();
  if (!loaded.has(name)) loaded.set(name, unpacked(new URL(`${stamp}/${name}.bin`, base)));
  try {
    return await loaded.get(name);
  } catch (error) {
    loaded.delete(name);
    throw error;
  }
}

export const facets = () => part("facets");

// Begins to load what every query needs.
export async function ready() {
  await Promise.all([index(), names()]);
}

const shards = new Map();

async function shard(at) {
  if (!shards.has(at)) {
    const { terms: list, found } = await part(`w${at}`);
    shards.set(at, { list, found, numbers: new Map(list.map((term, number) => [term, number])) });
  }
  return shards.get(at);
}

// The number of the last file whose first term is not behind this one.
function place(first, term) {
  let low = 0;
  let high = first.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (first[middle] <= term) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

async function exact(term) {
  const { first } = await index();
  if (!first.length) return null;
  const at = place(first, term);
  const { found, numbers } = await shard(at);
  const number = numbers.get(term);
  return number === undefined ? null : { term, at, number, found: found[number] };
}

const FILES_OF_A_PREFIX = 3;

async function beginning(prefix, most = FILES_OF_A_PREFIX) {
  const { first } = await index();
  if (!first.length) return [];
  const from = place(first, prefix);
  const hits = [];
  for (let at = from; at < first.length && at < from + most; at += 1) {
    if (at > from && !first[at].startsWith(prefix)) break;
    const { list, found } = await shard(at);
    list.forEach((term, number) => {
      if (term.startsWith(prefix)) hits.push({ term, at, number, found: found[number] });
    });
  }
  return hits;
}

// Names ------------------------------------------------------------------------------------------
let known;

// Each name of an actor, topic or event: number of its entry, folded, by words, and how it is shown.
async function names() {
  known ??= part("names").then((rows) =>
    rows.flatMap(([, ...given], entry) =>
      given.flatMap((name, at) =>
        name ? [{ entry, name, key: key(name), words: words(name), terms: terms(name), main: at < 2 }] : [],
      ),
    ),
  );
  try {
    return await known;
  } catch (error) {
    known = undefined;
    throw error;
  }
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
const OF_A_SPELLING = 0.8;
const OF_A_MISTAKE = 0.6;

// One thing that is asked for: every entry that has it, with how much it counts there.
function group(entries, parts) {
  const shares = new Float32Array(entries.entries);
  let number = 0;
  for (const { found, quality } of parts) {
    let entry = 0;
    for (const each of found) {
      entry += Math.floor(each / entries.levels);
      const share = (each % entries.levels) * quality;
      if (!shares[entry]) number += 1;
      if (share > shares[entry]) shares[entry] = share;
    }
  }
  const rarity = Math.log(1 + (entries.entries - number + 0.5) / (number + 0.5));
  return { shares, number, rarity };
}

const whole = (hits, quality = 1) => hits.filter(Boolean).map(({ found }) => ({ found, quality }));

// The ways in which a word can stand in the index, and what of it is to be marked.
async function ways(word, last, spellings) {
  const run = RUN.test(word);
  const cut = run ? pairs(word) : [stem(word)];
  if (run && cut.length > 1) cut.pop();
  const asked = [];
  for (const term of cut) {
    const short = [...term].length < 2;
    const parts = whole([await exact(term)]);
    if (last || run || !parts.length) {
      // A single letter begins too many words to be of use; a single Chinese character does not.
      const most = short && !run ? 1 : FILES_OF_A_PREFIX;
      const begun = new Map();
      if (!/^[0-9.]+$/.test(term) || !parts.length) {
        for (const prefix of new Set([term, run ? term : word])) {
          for (const hit of await beginning(prefix, most)) begun.set(hit.term, hit);
        }
      }
      begun.delete(term);
      for (const hit of begun.values()) {
        if (!/^[=~@]/.test(hit.term)) {
          parts.push({ found: hit.found, quality: 0.4 + (0.4 * term.length) / hit.term.length });
        }
      }
    }
    if (/^(19|20)\d\d$/.test(term)) {
      for (const hit of await beginning(`~${term}`, 20)) parts.push({ found: hit.found, quality: 0.7 });
    }
    asked.push({ term, parts });
  }
  // A name in another script or spelling stands for its bearer wherever the bearer is named.
  const bearers = new Set();
  for (const name of spellings) {
    if (name.main) continue;
    const fits = run
      ? name.words.some((other) => other.includes(word))
      : name.terms.includes(cut[0]) || (last && word.length > 2 && name.words.some((other) => other.startsWith(word)));
    if (fits) bearers.add(name.entry);
  }
  if (bearers.size && bearers.size < 20) {
    const hits = await Promise.all([...bearers].map((entry) => exact(`@${entry}`)));
    for (const each of asked) each.parts.push(...whole(hits, OF_A_SPELLING));
  }
  return asked;
}

async function groupsOf(query, list) {
  const entries = await index();
  const groups = [];
  const marks = [];
  const instead = new Map();
  const each = await Promise.all(
    query.words.map((word, at) => ways(word, query.open && at === query.words.length - 1, list)),
  );
  for (const [at, word] of query.words.entries()) {
    let asked = each[at];
    if (asked.some(({ parts }) => !parts.length) && !RUN.test(word)) {
      const better = new Map();
      for (const name of list) {
        for (const other of nearest(word, name.words, (one) => one)) better.set(other, distance(word, other, 2));
      }
      const least = Math.min(...better.values());
      const chosen = [...better].filter(([, far]) => far === least).map(([other]) => other);
      if (chosen.length) {
        const found = await Promise.all(chosen.map((other) => ways(other, false, list)));
        asked = [{ term: chosen[0], parts: found.flat().flatMap(({ parts }) => parts.map((one) => ({ ...one, quality: one.quality * OF_A_MISTAKE }))) }];
        instead.set(word, chosen[0]);
        marks.push({ stem: stem(chosen[0]), begins: "" });
      }
    }
    for (const { parts } of asked) groups.push(group(entries, parts));
    marks.push({ stem: stem(word), begins: query.open && at === query.words.length - 1 ? word : "", run: RUN.test(word) ? word : "" });
  }
  for (const day of query.days) {
    groups.push(group(entries, whole(await beginning(`~${day}`, 20))));
  }
  return { groups, marks, instead };
}

// Where each phrase stands: entries that hold its terms at neighbouring places.
async function phrased(phrase) {
  const cut = terms(phrase);
  if (RUN.test(words(phrase).at(-1) ?? "") && cut.length > 1 && cut.at(-1) && [...cut.at(-1)].length < 2) cut.pop();
  const asked = cut.map((term, offset) => ({ term, offset })).filter(({ term }) => term !== null);
  const hits = await Promise.all(asked.map(({ term }) => exact(term)));
  if (!hits.length || hits.some((hit) => !hit)) return new Map();
  const entries = await index();
  let kept;
  for (const [at, hit] of hits.entries()) {
    const places = (await part(`p${hit.at}`))[hit.number];
    const next = new Map();
    let entry = 0;
    let from = 0;
    for (const each of hit.found) {
      entry += Math.floor(each / entries.levels);
      const number = places[from];
      const begins = new Set();
      for (let n = from + 1; n <= from + number; n += 1) {
        const begin = places[n] - asked[at].offset;
        if (!kept || kept.get(entry)?.has(begin)) begins.add(begin);
      }
      from += number + 1;
      if (begins.size) next.set(entry, begins);
    }
    kept = next;
  }
  return kept;
}

// Numbers of entries, best first. `instead` has the words that were read as a name, each with it;
// `partly` says that no entry has all the words; `marks` what is to be marked.
export async function search(text) {
  const query = parsed(text);
  const [entries, list] = await Promise.all([index(), names()]);
  if (!query.key) return { found: [], marks: [], instead: new Map(), partly: false };
  const [meant, { groups, marks, instead }, ...phrases] = await Promise.all([
    exact(`=${query.key}`),
    groupsOf(query, list),
    ...query.phrases.map(phrased),
  ]);
  const scores = new Float32Array(entries.entries);
  const met = new Uint8Array(entries.entries);
  const asked = groups.filter(({ number }) => number);
  for (const phrase of query.phrases) {
    for (const term of terms(phrase)) if (term) marks.push({ stem: term, begins: "", run: RUN.test(term) ? term : "" });
  }
  for (const found of phrases) {
    const rarity = Math.log(1 + (entries.entries - found.size + 0.5) / (found.size + 0.5));
    for (const entry of found.keys()) {
      scores[entry] += 20 * rarity;
      met[entry] += 1;
    }
  }
  for (const { shares, rarity } of asked) {
    for (let entry = 0; entry < shares.length; entry += 1) {
      if (shares[entry]) {
        scores[entry] += shares[entry] * rarity;
        met[entry] += 1;
      }
    }
  }
  const all = groups.length + phrases.length;
  let found = [];
  for (let entry = 0; entry < scores.length; entry += 1) if (met[entry] === all && all) found.push(entry);
  const partly = !found.length && !phrases.length;
  if (partly) {
    // The rarest words weigh most; at least half of what was asked for must be there.
    let best = 0;
    for (const score of scores) best = Math.max(best, score);
    for (let entry = 0; entry < scores.length; entry += 1) if (scores[entry] > best / 2) found.push(entry);
  }
  const late = entries.ends[5];
  found.sort((a, b) => (a >= late) - (b >= late) || scores[b] - scores[a] || a - b);
  const first = await named(query, meant, list);
  if (!query.phrases.length && first.length) found = [...new Set([...first, ...found])];
  return { found, marks, instead, partly: partly && found.length > first.length };
}

// Whom or what the whole query names: exactly, or but for a typing mistake.
async function named(query, meant, list) {
  const entries = await index();
  const first = [];
  if (meant) {
    let entry = 0;
    for (const each of meant.found) {
      entry += Math.floor(each / entries.levels);
      first.push(entry);
    }
  } else if (query.key.length > 4) {
    for (const name of nearest(query.key, list, (one) => one.key)) first.push(name.entry);
  }
  return [...new Set(first)];
}

// Everything, statements before all else: what stands in a list that only facets choose from.
export async function everything() {
  const { entries, ends } = await index();
  const found = Array.from({ length: entries }, (_, entry) => entry);
  return [...found.slice(ends[3], ends[4]), ...found.slice(0, ends[3])];
}

export async function kindOf(entry) {
  const { ends } = await index();
  return ["actor", "topic", "event", "source", "statement"][ends.findIndex((end) => entry < end)];
}

export async function firstStatement() {
  return (await index()).ends[3];
}

// How an entry is shown.
export async function card(entry) {
  const { cards } = await index();
  const [path, title, line, teaser, language, direction] = (await part(`c${Math.floor(entry / cards)}`))[entry % cards];
  return { path, title, line, teaser, language, direction };
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
