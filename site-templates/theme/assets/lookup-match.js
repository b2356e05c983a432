// Finds the statements that a sentence resembles, and marks what it has and they do not: numbers,
// dates, names, quoted words, another speaker. It knows nothing of what a sentence means.
import { Reader, patterns, plain, quotes, spans } from "./lookup-reading.js";

const SHOWN = 3;
const LEAST = 0.24; // of a score that is 1 for a statement's own words
const ENOUGH = 2; // words in common; those around a statement count half, numbers more
const OWN = 0.8; // what a word of the statement weighs at least; those around it weigh less
// What a word that no statement has takes from the score: less where translations are likely.
const UNKNOWN = [[/^@/u, 0], [/^#/u, 0.2], [/^\p{Script=Latin}/u, 0.4], [/^/u, 0.15]];

const meets = (some, others) => [...some].some((key) => others.has(key));
const append = (map, key, value) => map.get(key)?.push(value) ?? map.set(key, [value]);
const sum = (values) => values.reduce((total, value) => total + value, 0);
const marked = (text, { start, end }) => `${text.slice(0, start)}\x01${text.slice(end)}`;
const isIn = (list, { start }) => list.some((each) => each.start === start);
const lines = (...texts) => texts.flat().filter(Boolean).join("\n");

// Three letters in a row each, for words that differ in their endings.
const grams = (word) => /^[#@]|^.{0,3}$/u.test(word) ? [] : Array.from({ length: word.length - 1 }, (_, at) => `^${word}`.slice(at, at + 3));

// How many names the longest list of a text has: Germany, Italy and Poland.
function listed(text) {
  const lists = text.match(/\p{Lu}[^,;.]*(?:, \p{Lu}[^,;.]*)*,? and \p{Lu}/gu) ?? [];
  return Math.max(0, ...lists.map((each) => each.split(/, (?!and)| and /u).length));
}

// What a text is found by: words, numbers (#26), days (#d9-4), years (#2025), names (@france).
function termsOf({ words, number, date, name }) {
  const numbers = number.map(({ values: [value] }) => `#${value}`);
  const days = date.flatMap(({ options: [{ y, m, d }] }) => (d ? [`#d${m}-${d}`] : m ? [] : [`#${y}`]));
  const keys = name.flatMap((each) => [...each.keys].map((key) => `@${key}`));
  return new Set([...words, ...numbers, ...days, ...keys]);
}

// `head` is data/check.json.
export class Lookup {
  constructor(head) {
    this.actors = head.actors;
    this.reader = new Reader(head);
    // By actor every key under which its names are known: its id, and a country.
    const keys = ([id, { names }]) => [id, [id, ...names.flatMap((name) => [...(this.reader.meant(plain(name)) ?? [])])]];
    this.keys = new Map(Object.entries(head.actors).map(keys));
    const { speakers, strangers, dates } = head.words;
    this.forms = { ...patterns(speakers), ...patterns(strangers, "gu"), before: new RegExp(dates.before, "iu") };
    [this.rows, this.terms, this.grams] = [new Map(), new Map(), new Map()];
  }

  // Adds the statements of one part of the data; one that is known already is left out.
  add(statements) {
    for (const statement of statements.filter(({ id }) => !this.rows.has(id))) {
      const row = this.row(statement);
      this.rows.set(statement.id, row);
      for (const term of row.terms.keys()) {
        if (!this.terms.has(term)) grams(term).forEach((gram) => append(this.grams, gram, term));
        append(this.terms, term, row);
      }
    }
  }

  // What is read of a statement once; `terms` are what it is found by, with their weights.
  row(statement) {
    const { speakers = [], publishers = [], actors = [], quotes: words = [], unchecked = [], dates = [], published = [] } = statement;
    const ids = [...speakers, ...publishers, ...actors];
    const quoted = [...words, ...unchecked].map(([text]) => text);
    const own = this.reader.read(lines(statement.statement, statement.condition, quoted));
    const more = this.reader.read(lines(statement.detail, statement.figure, statement.numbers));
    const around = this.reader.read(statement.context ?? "");
    const all = [own, more, around];
    const row = {
      statement,
      quoted,
      published,
      said: dates,
      speaker: this.keysOf(speakers),
      publishers: this.keysOf(publishers),
      offices: this.keysOf(ids.flatMap((id) => this.actors[id]?.of ?? [])),
      officeWords: new Set(this.reader.words(lines(speakers.flatMap((id) => this.actors[id]?.offices)))),
      keys: new Set([...this.keysOf(ids), ...all.flatMap(({ name }) => name.flatMap(({ keys }) => [...keys]))]),
      dates: all.flatMap(({ date }) => date.flatMap(({ options }) => options)),
      numbers: [...own.number, ...more.number, { values: [listed(lines(statement.statement, quoted))] }],
      words: new Set(all.flatMap((each) => each.words)),
      own: [...termsOf(own)],
      terms: new Map(),
    };
    const put = (terms, weight) => terms.forEach((term) => row.terms.set(term, Math.max(weight, row.terms.get(term) ?? 0)));
    put(row.own, 1);
    put(termsOf(more), OWN);
    put([...this.keysOf(ids)].map((key) => `@${key}`), 0.6);
    put(dates.flatMap(({ m, d }) => (d ? [`#d${m}-${d}`] : [])), 0.5);
    put([...termsOf(around), ...row.officeWords], 0.4);
    put([...row.offices].map((key) => `@${key}`), 0.3);
    return row;
  }

  keysOf(ids) {
    return new Set(ids.flatMap((id) => this.keys.get(id) ?? [id]));
  }

  // A term weighs more the fewer statements have it.
  weight(term) {
    const rare = 1.1 + Math.log((this.rows.size + 1) / ((this.terms.get(term)?.length ?? 0) + 1));
    return rare * (term.startsWith("#") ? 1.5 : term.startsWith("@") ? 0.8 : 1);
  }

  // Terms of the statements that are like this one, each with how like: committing, committed.
  alike(term) {
    if (this.terms.has(term)) return [[term, 1]];
    const own = grams(term);
    const shared = new Map();
    for (const other of own.flatMap((gram) => this.grams.get(gram) ?? [])) shared.set(other, (shared.get(other) ?? 0) + 1);
    const found = [...shared].map(([other, count]) => [other, (1.8 * count) / (own.length + grams(other).length)]);
    return found.filter(([, part]) => part >= 0.45);
  }

  // The statements that a sentence resembles, best first.
  find(read) {
    const hits = new Map();
    let whole = 0;
    for (const term of termsOf(read)) {
      const found = this.alike(term);
      const unknown = UNKNOWN.find(([form]) => form.test(term))[1] * this.weight(term);
      whole += found.length ? Math.max(...found.map(([other]) => this.weight(other))) : unknown;
      const best = new Map();
      for (const [other, part] of found) {
        for (const row of this.terms.get(other)) {
          const value = part * row.terms.get(other) * this.weight(other);
          if (value > (best.get(row)?.value ?? 0)) best.set(row, { value, other });
        }
      }
      for (const [row, hit] of best) append(hits, row, hit);
    }
    const ranked = [...hits].map(([row, all]) => {
      const met = new Set(all.map(({ other }) => other));
      const common = sum(all.map(({ other }) => (row.terms.get(other) < OWN ? 0.5 : 1) + (other.startsWith("#") ? 0.5 : 0)));
      const covered = row.own.filter((term) => met.has(term)).length / (row.own.length || 1);
      return { row, common, score: (0.7 * sum(all.map(({ value }) => value))) / whole + 0.3 * Math.sqrt(covered) };
    });
    const least = Math.max(LEAST, ...ranked.map(({ score }) => score * 0.6));
    const near = ranked.filter(({ score, common }) => score >= least && common >= ENOUGH);
    return near.sort((one, other) => other.score - one.score).slice(0, SHOWN).map(({ row }) => row);
  }

  // Each sentence of a text with the statements that it resembles, and what differs from each.
  look(text) {
    return this.reader.sentences(text).map((sentence) => {
      const read = this.read(sentence);
      const rows = this.find(read);
      return { sentence, matches: rows.map((row) => ({ statement: row.statement, marks: this.marks(read, row, rows) })) };
    });
  }

  // Everything in a sentence that may differ, by kind; speakers are also names that no record has.
  read(sentence) {
    const read = this.reader.read(sentence);
    const taken = [...read.name, ...read.quotation, ...read.date];
    const isTaken = ({ start, end }) => taken.some((each) => each.start < end && start < each.end);
    const capitals = spans(sentence, this.forms.stranger).map((each) => ({ ...each, keys: new Set() }));
    const known = read.name.filter((name) => this.forms.known.test(marked(sentence, name)));
    const strangers = capitals.filter((name) => !isTaken(name) && this.forms.other.test(marked(sentence, name)));
    return { sentence, ...read, speaker: [...known, ...strangers] };
  }

  // What the sentence has and the statement does not. What another statement of the list has beside
  // the same words is left out: the sentence may be about both.
  marks(read, row, rows) {
    const speakers = this.otherSpeakers(read, row);
    const all = { ...read, speaker: speakers, name: read.name.filter((name) => !isIn(speakers, name)) };
    const kinds = ["speaker", "number", "date", "name", "quotation"];
    const found = kinds.flatMap((kind) => all[kind].map((each) => ({ ...each, kind })));
    const speaks = (mark, other) => mark.kind === "name" && isIn(read.speaker, mark) && meets(mark.keys, other.speaker);
    const isNear = (mark, other) => mark.kind === "quotation" || speaks(mark, other) || this.isNearer(read, mark, other, row);
    const isElsewhere = (mark) => rows.some((other) => other !== row && this.has(other, mark, read) && isNear(mark, other));
    const differing = found.filter((mark) => !this.has(row, mark, read) && !isElsewhere(mark));
    return differing.map(({ kind, text }) => ({ kind, text }));
  }

  otherSpeakers(read, row) {
    const isOwn = ({ keys }) => meets(keys, row.speaker);
    if (read.speaker.some(isOwn)) return [];
    const mentioned = read.name.some(isOwn) || read.words.some((word) => row.officeWords.has(word));
    const reported = mentioned || this.forms.reports.test(read.sentence) || this.forms.by.test(read.sentence);
    return read.speaker.filter(({ keys, text }) => {
      if (meets(keys, row.offices)) return false;
      if (meets(keys, row.publishers)) return !reported;
      return keys.size > 0 || !this.reader.words(text).every((word) => row.words.has(word));
    });
  }

  // Whether the words beside a difference are those of another statement.
  isNearer({ sentence }, { start, end }, other, row) {
    const [before, after] = [sentence.slice(0, start), sentence.slice(end)].map((part) => this.reader.words(part));
    const near = [...before.slice(-3), ...after.slice(0, 3)].filter((word) => word.length > 3);
    const [others, own] = [other, row].map((each) => near.filter((word) => each.words.has(word)).length);
    return others > own && others >= near.length / 2;
  }

  // Whether a statement has what was found in a sentence.
  has(row, found, read) {
    const { kind, keys } = found;
    if (kind === "speaker") return meets(keys, row.speaker);
    if (kind === "number") return hasNumber(row, found);
    if (kind === "date") return this.hasDate(row, found, read);
    // The country of an office: the president of France, but not Germany, France and Poland.
    const text = marked(read.sentence, found);
    const isOffice = this.forms.office.test(text) || !this.forms.list.test(text);
    if (kind === "name") return meets(keys, row.keys) || (isOffice && meets(keys, row.offices));
    const isQuoted = (piece) => row.quoted.some((each) => quotes(each, piece));
    return found.pieces.every(isQuoted) || Boolean(this.reader.meant(found.pieces.join(" ")));
  }

  // A date fits another that is as precise; one of a report only where the sentence mentions reports.
  hasDate(row, { options, start }, { sentence, name }) {
    const years = [...row.said, ...row.published, ...row.dates].map(({ y }) => y);
    const isNamed = name.some(({ keys }) => meets(keys, row.publishers)); // who published it
    const reported = isNamed || this.forms.reports.test(sentence) || this.forms.before.test(sentence.slice(0, start));
    const fits = ({ y, m, d }, other) =>
      (!d || d === other.d) && (!m || m === other.m) && (!y || (other.y ? y === other.y : Boolean(m) && years.includes(y)));
    const had = [...row.said, ...row.dates, ...(reported ? row.published : [])];
    return options.some((date) => had.some((other) => fits(date, other)) || (!date.m && hasNumber(row, { values: [date.y] })));
  }
}

function hasNumber(row, { values, percent, ordinal }) {
  // "First" and "second" often only order what is said.
  if (ordinal && values[0] < 3 && !row.numbers.some((other) => other.ordinal)) return true;
  const percents = /percent|per cent|%/iu.test(row.statement.figure ?? "") || row.numbers.some((other) => other.percent);
  return row.numbers.some((other) => other.values.some((value) => values.includes(value)) && (!percent || percents));
}
