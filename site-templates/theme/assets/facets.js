// By what statements can be chosen: Pagefind's filters, read whole, so that any list of results can
// be counted. The form of its files is described in generator/files/canonical.py.
import { titles } from "./finder.js";

const base = new URL("../pagefind/", import.meta.url);
const SIGNATURE = "pagefind_dcd";
const STATES = {
  quoted: "Quoted",
  "partly-quoted": "Partly quoted",
  paraphrased: "Paraphrased",
  publisher: "Publisher’s words",
};
const LINKS = { speaker: "Speaker", translation: "Language", publisher: "Publisher’s words", wording: "Our words" };
const FACETS = [
  ["speaker", "Speaker", "a"],
  ["about", "About", "a"],
  ["topic", "Topic", "t"],
  ["publisher", "Publisher", "a"],
  ["how", "How it is reported", STATES],
  ["weakest", "Weakest link", LINKS],
  ["year", "Year", { unknown: "Not stated" }],
  ["status", "Status", { current: "Current", superseded: "Superseded" }],
];
export const NAMES = FACETS.map(([name]) => name);

// CBOR as far as it is used there: whole numbers, texts and arrays.
function decoded(bytes, start) {
  const text = new TextDecoder();
  let at = start;
  const next = () => {
    const kind = bytes[at] >> 5;
    let number = bytes[at] & 31;
    at += 1;
    if (number > 23) {
      let size = 1 << (number - 24);
      for (number = 0; size > 0; size -= 1, at += 1) number = number * 256 + bytes[at];
    }
    if (kind === 0) return number;
    if (kind === 3) {
      at += number;
      return text.decode(bytes.subarray(at - number, at));
    }
    if (kind !== 4) throw new Error(`CBOR of kind ${kind}`);
    return Array.from({ length: number }, next);
  };
  return next();
}

async function read(name) {
  const answer = await fetch(new URL(name, base));
  if (!answer.ok) throw new Error(`${answer.status} ${name}`);
  let data = new Uint8Array(await answer.arrayBuffer());
  if (data[0] === 0x1f) {
    const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream("gzip"));
    data = new Uint8Array(await new Response(stream).arrayBuffer());
  }
  return decoded(data, SIGNATURE.length);
}

let known;

// `facets`: name, title, ids and names of its values, and for each result's id the numbers of those
// that it has. `days` gives each result's id its date: 20250904, with zeros for what is not known.
export function facets() {
  known ??= made();
  known.catch(() => (known = undefined));
  return known;
}

async function made() {
  const entry = await (await fetch(new URL("pagefind-entry.json", base), { cache: "no-cache" })).json();
  const [language] = Object.values(entry.languages);
  const [, pages, , filters] = await read(`pagefind.${language.hash}.pf_meta`);
  const files = new Map(filters);
  const named = await titles();
  const all = await Promise.all(
    FACETS.map(async ([name, title, given]) => {
      const file = files.get(name);
      const values = file ? (await read(`filter/${file}.pf_filter`))[1].filter(([id]) => id) : [];
      const rows = new Map();
      values.forEach(([, numbers], at) => {
        for (const number of numbers) {
          const row = rows.get(pages[number][0]);
          if (row) row.push(at);
          else rows.set(pages[number][0], [at]);
        }
      });
      const ids = values.map(([id]) => id);
      const names = ids.map((id) => (typeof given === "string" ? named.get(given + id) : given[id]) ?? id);
      return { name, title, ids, names, rows, kind: typeof given === "string" ? given : "" };
    }),
  );
  const days = new Map();
  for (const [day, numbers] of (await read(`filter/${files.get("day")}.pf_filter`))[1]) {
    for (const number of numbers) days.set(pages[number][0], Number(day));
  }
  return { facets: all, days };
}
