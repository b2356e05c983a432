// Text -> words, stems, sentences, quoted spans; the same as generator/export/citecheck/words.py
// and language.py. The words that it knows come with the data.

const MARK = /[\u0300-\u036f]/g;
const THOUSANDS = /([0-9])[,\u00a0\u202f](?=[0-9]{3}(?![0-9]))/g;
const UNSPACED = "\\u0e00-\\u0eff\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff";
const LETTERS = `(?:(?![${UNSPACED}])[\\p{L}\\p{N}])+`;
const WORD = new RegExp(`[0-9]+(?:\\.[0-9]+)+|[${UNSPACED}]|${LETTERS}(?:'${LETTERS})*`, "gu");
const SENTENCE_END = /([.!?…][”"»’)]*)[ \t]+(?=[“"«„(]*(?![a-z])[\p{L}\p{Nl}\p{No}])/gu;
// Single marks count only where they cannot be apostrophes.
const QUOTED =
  /[“„«"]([^“”„«»"]*)[”“»"]|(^|[\s([])['‘](?=\S)((?:[^'‘’“”"]|[\p{L}\p{N}]['’](?=[\p{L}\p{N}]))+)['’](?![\p{L}\p{N}])/gu;
const NO_LETTER = "(?![\\p{L}\\p{N}_])";
const CONTRACTED = new RegExp(`([a-z]+)n't${NO_LETTER}`, "gu");
const PERCENT = new RegExp(`%|per cent${NO_LETTER}`, "giu");
const SHORT = new RegExp(`([0-9]) ?(bn|mn|tn)${NO_LETTER}`, "giu");
const ISO = /(?<![0-9])([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])/g;
const WHOLE = { ca: "can", wo: "will", sha: "shall" };
const GAP = /\[?(?:…|\.\.\.)\]?/;
const FEW = 4;

const plainWord = (word) => (word.endsWith("'s") ? word.slice(0, -2) : word);

export class Reader {
  constructor(known) {
    this.known = known;
    this.stop = new Set(known.stop);
    this.foreign = new Set(known.foreign);
    this.english = new Set(known.stop.filter((word) => !known.shared.includes(word)));
    const currencies = Object.keys(known.currencies).join("");
    const scaled = Object.keys(known.scaled).join("|");
    this.money = new RegExp(
      `([${currencies}]) ?([0-9](?:[0-9.,]*[0-9])?)(?: ?(${scaled})${NO_LETTER})?`,
      "giu",
    );
    this.joined = new RegExp(`([0-9])(${known.joinedUnits.join("|")})${NO_LETTER}`, "giu");
  }

  folded(text) {
    let plain = text.replaceAll("’", "'").normalize("NFD").replace(MARK, "");
    plain = plain.replace(CONTRACTED, (_, verb) => `${WHOLE[verb] ?? verb} not`);
    if (!/[0-9]/.test(plain)) return plain.replace(PERCENT, " percent");
    const { months, currencies, scaled } = this.known;
    const scale = (word) => scaled[word.toLowerCase()];
    return plain
      .replace(ISO, (all, year, month, day) =>
        months[month - 1] ? `${Number(day)} ${months[month - 1]} ${year}` : all,
      )
      .replace(this.money, (_, sign, number, word) =>
        `${number}${word ? ` ${scale(word)}` : ""} ${currencies[sign]}`,
      )
      .replace(SHORT, (_, digit, word) => `${digit} ${scale(word)}`)
      .replace(this.joined, "$1 $2")
      .replace(PERCENT, " percent")
      .replace(THOUSANDS, "$1");
  }

  words(text) {
    return (this.folded(text.toLowerCase()).match(WORD) ?? []).map(plainWord);
  }

  // The words, of each whether it begins with a capital, and the mark before it.
  read(text) {
    const lower = this.folded(text.toLowerCase());
    const found = { words: [], capitals: [], gaps: [] };
    let end = 0;
    for (const each of lower.matchAll(WORD)) {
      found.words.push(plainWord(each[0]));
      found.gaps.push(this.gap(lower.slice(end, each.index)));
      end = each.index + each[0].length;
    }
    found.capitals = (this.folded(text).match(WORD) ?? []).map((word) => {
      const first = String.fromCodePoint(word.codePointAt(0));
      return first !== first.toLowerCase();
    });
    if (found.capitals.length !== found.words.length) found.capitals = found.words.map(() => false);
    return found;
  }

  gap(between) {
    if (between.includes(":")) return ":";
    return [...this.known.marks].some((mark) => between.includes(mark)) ? "," : "";
  }

  stem(word) {
    if (Object.hasOwn(this.known.aliases, word)) word = this.known.aliases[word];
    if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
    if (word.endsWith("ies") && word.length > 4) word = `${word.slice(0, -3)}y`;
    else if (/(?:sses|xes|ches|shes)$/.test(word)) word = word.slice(0, -2);
    else if (word.endsWith("s") && !/(?:ss|us|is)$/.test(word)) word = word.slice(0, -1);
    if (word.endsWith("ing") && word.length > 5) word = word.slice(0, -3);
    else if (word.endsWith("ed") && word.length > 4) word = word.slice(0, -2);
    const last = word.at(-1);
    if (word.length > 3 && last === word.at(-2) && !"aeiou".includes(last)) word = word.slice(0, -1);
    return word.length > 3 && word.endsWith("e") ? word.slice(0, -1) : word;
  }

  // The stems of the words that carry meaning.
  content(found) {
    return found.filter((word) => !this.stop.has(word)).map((word) => this.stem(word));
  }

  quoted(text) {
    return [...text.matchAll(QUOTED)]
      .flatMap((found) => (found[1] || found[3] || "").split(GAP))
      .filter((piece) => this.words(piece).length)
      .map((piece) => piece.trim());
  }

  // Another script, or the small words of another language, say that it is not.
  isEnglish(text) {
    const outside = unquoted(text);
    const judged = this.words(outside).length >= FEW ? outside : text;
    const letters = judged.match(/\p{L}/gu) ?? [];
    const latin = letters.filter(
      (letter) => letter < "\u0250" || (letter >= "\u1e00" && letter < "\u1f00"),
    ).length;
    if (2 * latin < letters.length) return false;
    const found = this.words(judged);
    const foreign = found.filter((word) => this.foreign.has(word)).length;
    const english = found.filter((word) => this.english.has(word)).length;
    return foreign < this.known.foreignLeast || foreign <= english;
  }
}

export const unquoted = (text) => text.replace(QUOTED, "$2 | ");

export function sentences(text) {
  const paragraphs = [];
  for (const paragraph of text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").split(/\n[ \t]*\n/)) {
    const line = paragraph.replace(/\s*\n\s*/g, " ").trim();
    if (!line) continue;
    const cut = line.replace(SENTENCE_END, "$1\n");
    paragraphs.push(cut.split("\n").map((each) => each.trim()).filter(Boolean));
  }
  return paragraphs;
}

export function within(short, long) {
  if (!short.length) return false;
  for (let at = 0; at + short.length <= long.length; at += 1) {
    if (short.every((word, number) => word === long[at + number])) return true;
  }
  return false;
}

export function longestRun(one, other) {
  let best = [0, 0];
  let before = new Array(other.length + 1).fill(0);
  one.forEach((word, at) => {
    const now = new Array(other.length + 1).fill(0);
    other.forEach((each, number) => {
      if (each !== word) return;
      now[number + 1] = before[number] + 1;
      if (now[number + 1] > best[0]) best = [now[number + 1], at + 1];
    });
    before = now;
  });
  return one.slice(best[1] - best[0], best[1]);
}
