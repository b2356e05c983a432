// Reads what can be compared from a text: words, numbers, dates, names, quoted words, with their places.
// Word lists are in generator/factsheets/data/lookup.toml; the browser knows months and countries.
import { UNSPACED as LETTERS, fold, pairs } from "./words.js";

const UNSPACED = new RegExp(`[${LETTERS}]+`, "u");
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const INFLECTED = /^[\p{Script=Cyrillic}\p{Script=Greek}]{5,}$/u;

const add = (map, key, value) => map.set(key, (map.get(key) ?? new Set()).add(value));

export function spans(text, form) {
  const span = (match) => ({ match, text: match[0], start: match.index, end: match.index + match[0].length });
  return [...text.matchAll(form)].map(span);
}

// The patterns of a table, each with those that it names in braces.
export function patterns(table, flags = "iu") {
  const filled = (form) => form.replace(/\{(\p{Ll}+)\}/gu, (_, name) => filled(table[name]));
  return Object.fromEntries(Object.entries(table).map(([name, form]) => [name, new RegExp(filled(form), flags)]));
}

// The words of a text in a row, without marks.
export const plain = (text) => (fold(text).match(WORD) ?? []).join(" ");

// Western digits, each in its place.
const western = (text) => text.replace(/[٠-٩۰-۹０-９]/gu, (digit) => digit.codePointAt(0) & 15);

// What digits may mean: 1.000 is a thousand in some languages, and one in others.
function readings(digits) {
  const groups = digits.split(/\D/u);
  if (groups.length === 1) return [Number(digits)];
  const [whole, decimal] = [Number(groups.join("")), Number(`${groups.slice(0, -1).join("")}.${groups.at(-1)}`)];
  if (groups.at(-1).length !== 3) return [decimal];
  return groups.length === 2 && /[.,]/u.test(digits) ? [whole, decimal] : [whole];
}

// Whether a quotation has these words in a row.
export function quotes(quotation, words) {
  const whole = plain(quotation);
  return UNSPACED.test(words) ? whole.includes(words) : ` ${whole} `.includes(` ${words} `);
}

export class Reader {
  // `actors`, `countries` (their adjectives by code) and `words` are those of data/check.json.
  constructor({ actors, countries, words }) {
    this.languages = words.languages.split(" ");
    this.quoted = new RegExp(words.quotations.marks, "gu");
    this.stop = new Set(words.stop.split(" "));
    this.prepareNumbers(words.numbers);
    this.prepareDates(words.dates, words.sentences);
    this.prepareNames(actors, countries, words.countries);
  }

  sentences(text) {
    const found = [""];
    for (const piece of text.split(this.end)) {
      const held = `${found.pop()} ${piece}`;
      const opened = (held.match(/[“„«「]/gu) ?? []).length - (held.match(/[”»」]|(?<=„[^“]*)“/gu) ?? []).length;
      found.push(held, ...(opened > 0 && held.length < 600 ? [] : [""]));
    }
    return found.map((each) => each.replace(/\s+/gu, " ").trim()).filter((each) => /[\p{L}\p{N}]/u.test(each));
  }

  // Everything in a text, by kind.
  read(text) {
    const { found: date, rest } = this.dates(text);
    return { words: this.words(text), date, number: this.numbers(rest), name: this.names(text), quotation: this.quotations(text) };
  }

  // Words for finding; scripts without spaces are cut into pairs of characters.
  words(text) {
    const found = (fold(text).match(WORD) ?? []).flatMap((word) => (UNSPACED.test(word) ? pairs(word) : [word]));
    return found.filter((word) => word.length > 1 && !/^\d/u.test(word) && !this.stop.has(word));
  }

  prepareNumbers({ multipliers, values, scales, ordinals, parts, forms }) {
    [this.values, this.scales, this.ordinals, this.parts] = [values, scales, ordinals, parts];
    const [value, scale, ordered] = [values, scales, ordinals].map((each) => Object.keys(each).join("|"));
    this.number = patterns({ ...forms, value, scale, ordinals: ordered }, "giu");
    this.percent = new RegExp(forms.percent, "iu");
    this.multipliers = multipliers.map(([form, factor, short]) => [new RegExp(`^[\\s-]?${form}`, "iu"), factor, short]);
  }

  // Each number with its possible values; `percent` where a sign of it follows.
  numbers(given) {
    const text = western(given);
    const number = ({ start, end }, values, more) => ({ text: given.slice(start, end), start, end, values, ...more });
    const digits = spans(text, this.number.digits).map(({ text: written, start, end }) => {
      const rest = text.slice(end);
      const values = readings(written);
      const [sign, factor, short] = this.multipliers.find(([form]) => form.test(rest)) ?? [/^/u, 1];
      const larger = values.map((value) => Number((value * factor).toPrecision(15)));
      return number({ start, end: end + rest.match(sign)[0].length }, short ? [...larger, ...values] : larger);
    });
    const found = [
      ...digits,
      ...spans(text, this.number.written).map((each) => number(each, [this.valueOf(each.text)])),
      ...spans(text, this.number.ordinal).map((each) => number(each, [this.ordinals[each.text.toLowerCase()]], { ordinal: true })),
      ...spans(text, this.number.part).map((each) => number(each, this.parts[each.text.toLowerCase()], { percent: true })),
    ];
    return found.map((each) => ({ percent: this.percent.test(text.slice(each.end)), ...each }));
  }

  // Of number words in a row: twenty-six, two hundred and ten, three and a half.
  valueOf(text) {
    let [total, current] = [0, 0];
    for (const word of text.toLowerCase().match(/\p{L}+/gu)) {
      const scale = this.scales[word];
      if (scale > 100) [total, current] = [total + (current || 1) * scale, 0];
      else if (scale) current = (current || 1) * scale;
      else current += this.values[word] ?? 0;
    }
    return total + current;
  }

  prepareDates({ forms, ...parts }, sentences) {
    const styles = ["short", "long"].flatMap((month) => [{ month }, { month, day: "numeric" }]);
    const formats = this.languages.flatMap((language) => styles.map((style) => new Intl.DateTimeFormat(language, style)));
    const named = (format, n) => format.formatToParts(Date.UTC(2024, n, 11)).find(({ type }) => type === "month").value;
    const every = formats.flatMap((format) => Array.from({ length: 12 }, (_, n) => [named(format, n).toLowerCase().replace(/\.$/u, ""), n + 1]));
    // English last: its names are the surest.
    this.months = new Map([...every.filter(([name]) => name.length > 2 && !/\d/u.test(name)).reverse(), ["sept", 9]]);
    const names = [...this.months.keys()].sort((one, other) => other.length - one.length).join("|");
    const month = `(?<!\\p{L})(?<m>${names})(?!\\p{L})\\.?`;
    const all = patterns({ ...parts, month, ...forms }, "giu");
    this.end = patterns({ ...sentences, month: month.replace("?<m>", "?:") }).end;
    this.forms = Object.keys(forms).map((name) => all[name]);
  }

  // Each date with what it may mean; `rest` is the text with nothing in their places.
  dates(given) {
    const found = [];
    let rest = western(given);
    for (const { match, start, end } of this.forms.flatMap((form) => spans(rest, form))) {
      const { y, m, d } = match.groups;
      const date = { y: y && Number(y), m: m && (this.months.get(m.toLowerCase()) ?? Number(m)), d: d && Number(d) };
      // "26 may send", "26 set out": a short word in lower case is a month only before a year.
      const word = !y && /^(?:\p{Ll}{3}|march)$/u.test(m) && !match[0].includes(".");
      if (word || date.m > 12 || date.d > 31 || found.some((other) => start < other.end && other.start < end)) continue;
      const options = match[0].includes("/") ? [date, { ...date, m: date.d, d: date.m }] : [date];
      found.push({ text: given.slice(start, end).trim(), start, end, options });
      rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
    }
    return { found, rest };
  }

  // Each quotation with the words between its omissions.
  quotations(text) {
    return spans(text, this.quoted).map(({ match, start, end }) => {
      const inside = match.slice(1).find((each) => each !== undefined);
      return { text: inside.trim(), start, end, pieces: inside.split(/\[[^\]]*\]|…|\.\.\./u).map(plain).filter(Boolean) };
    });
  }

  // A name leads to keys: ids of actors, and "@FR" for a country.
  prepareNames(actors, countries, others) {
    [this.keys, this.unspaced, this.longest] = [new Map(), new Map(), 1];
    for (const [language, style] of [...this.languages.map((each) => [each, "long"]), ["en", "short"]]) {
      const shown = new Intl.DisplayNames([language], { type: "region", style, fallback: "none" });
      for (const code of Object.keys(countries)) this.addName(shown.of(code) ?? "", `@${code}`);
    }
    ["island", "maurice"].forEach((name) => this.keys.delete(name)); // Iceland in German, Mauritius in French
    for (const [code, names] of [...Object.entries(countries), ...Object.entries(others)]) {
      for (const name of [names].flat()) this.addName(name, `@${code}`);
    }
    for (const [id, { names }] of Object.entries(actors)) names.forEach((name) => this.addName(name, id));
  }

  addName(name, key) {
    const folded = plain(name);
    if (folded.length < 2 || /\d|^\p{Ll}/u.test(name)) return;
    add(UNSPACED.test(folded) ? this.unspaced : this.keys, folded, key);
    if (INFLECTED.test(folded.split(" ").at(-1))) add(this.keys, `${folded.replace(/[аяоеыийьїі]$/u, "")}~`, key);
    this.longest = Math.max(this.longest, folded.split(" ").length);
  }

  // The keys of a name in plain words; undefined where it is none.
  meant(folded) {
    const known = this.keys.get(folded) ?? this.unspaced.get(folded) ?? this.keys.get(folded.replace(/s$/u, ""));
    if (known || !INFLECTED.test(folded.split(" ").at(-1))) return known;
    return [0, 1, 2, 3].map((cut) => this.keys.get(`${folded.slice(0, folded.length - cut)}~`)).find(Boolean);
  }

  // The names in a text, each with its keys; at each place the longest.
  names(text) {
    const found = [];
    const tokens = spans(text, WORD).map((each) => ({ ...each, text: plain(each.text) }));
    for (const [at, { start }] of tokens.entries()) {
      if (/\p{Ll}/u.test(text[start]) || start < (found.at(-1)?.end ?? 0)) continue;
      for (let size = Math.min(this.longest, tokens.length - at); size > 0; size -= 1) {
        const keys = this.meant(tokens.slice(at, at + size).map((token) => token.text).join(" "));
        const { end } = tokens[at + size - 1];
        if (keys) found.push({ text: text.slice(start, end), start, end, keys });
        if (keys) break;
      }
    }
    for (const [name, keys] of UNSPACED.test(text) ? this.unspaced : []) {
      const start = fold(text).indexOf(name);
      if (start >= 0) found.push({ text: name, start, end: start + name.length, keys });
    }
    return found;
  }
}
