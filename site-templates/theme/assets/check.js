// Compares a sentence with the statements that it resembles: what it lost, what it added.
// The same comparison as generator/export/citecheck; the words that it knows and what it says come
// with the data. Nothing is sent anywhere.

const MARK = /[\u0300-\u036f]/g;
const THOUSANDS = /([0-9]),(?=[0-9]{3}(?![0-9]))/g;
const UNSPACED = "\\u0e00-\\u0eff\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff";
const LETTERS = `(?:(?![${UNSPACED}])[\\p{L}\\p{N}])+`;
const WORD = new RegExp(`[0-9]+(?:\\.[0-9]+)+|[${UNSPACED}]|${LETTERS}(?:'${LETTERS})*`, "gu");
const SENTENCE_END = /([.!?…][”"»’)]*)[ \t]+(?=[“"«„(]*(?![a-z])\p{L})/gu;
// Single marks count only where they cannot be apostrophes.
const QUOTED =
  /[“„«"]([^“”„«»"]*)[”“»"]|(^|[\s([])['‘](?=\S)((?:[^'‘’“”"]|[\p{L}\p{N}]['’](?=[\p{L}\p{N}]))+)['’](?![\p{L}\p{N}])/gu;
const CONTRACTED = /([a-z]+)n't(?![\p{L}\p{N}_])/gu;
const WHOLE = { ca: "can", wo: "will", sha: "shall" };
const GAP = /\[?(?:…|\.\.\.)\]?/;

function folded(text) {
  const plain = text.replaceAll("’", "'").normalize("NFD").replace(MARK, "");
  const whole = plain.replace(CONTRACTED, (_, verb) => `${WHOLE[verb] ?? verb} not`);
  return whole.replace(THOUSANDS, "$1").match(WORD) ?? [];
}

const words = (text) =>
  folded(text.toLowerCase()).map((word) => (word.endsWith("'s") ? word.slice(0, -2) : word));

// Of each word, whether it begins with a capital; empty where the words cannot be told so.
function capitals(text, number) {
  const found = folded(text).map((word) => {
    const first = String.fromCodePoint(word.codePointAt(0));
    return first !== first.toLowerCase();
  });
  return found.length === number ? found : [];
}

function stem(word) {
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

const content = (found, stop) => found.filter((word) => !stop.has(word)).map(stem);

function sentences(text) {
  const paragraphs = [];
  for (const paragraph of text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").split(/\n[ \t]*\n/)) {
    const line = paragraph.replace(/\s*\n\s*/g, " ").trim();
    if (!line) continue;
    const cut = line.replace(SENTENCE_END, "$1\n");
    paragraphs.push(cut.split("\n").map((each) => each.trim()).filter(Boolean));
  }
  return paragraphs;
}

const quoted = (text) =>
  [...text.matchAll(QUOTED)]
    .flatMap((found) => (found[1] || found[3] || "").split(GAP))
    .filter((piece) => words(piece).length)
    .map((piece) => piece.trim());

// A number in digits or in English at a place: its value and the place behind it.
function valueAt(found, at, known) {
  if (/^[0-9]{1,15}(?:\.[0-9]{1,6})?$/.test(found[at])) return [Number(found[at]), at + 1];
  if (Object.hasOwn(known.tens, found[at])) {
    const next = found[at + 1] ?? "";
    const unit = next === "one" ? 1 : Object.hasOwn(known.units, next) ? known.units[next] : 10;
    return unit < 10 ? [known.tens[found[at]] + unit, at + 2] : [known.tens[found[at]], at + 1];
  }
  return Object.hasOwn(known.units, found[at]) ? [known.units[found[at]], at + 1] : [null, at];
}

function scaled(found, at, value, known) {
  while (Object.hasOwn(known.scales, found[at] ?? "") && value < 1e9) value *= known.scales[found[at++]];
  return [value, at];
}

// In "3 to 5 million" the first number means millions, too.
function scaleOfRange(found, start, at, known) {
  const joined = known.ranges.includes(found[at]);
  if (joined && found[at] === "and" && found[Math.max(0, start - 1)] !== "between") return 1;
  const from = joined ? at + 1 : at;
  const [value, end] = from < found.length ? valueAt(found, from, known) : [null, from];
  return value === null ? 1 : scaled(found, end, 1, known)[0];
}

function numbers(found, known) {
  const result = [];
  for (let at = 0; at < found.length; ) {
    const start = at;
    const [plain, end] = valueAt(found, at, known);
    if (plain === null) {
      at += 1;
      continue;
    }
    let value;
    [value, at] = scaled(found, end, plain, known);
    if (at === end) value *= scaleOfRange(found, start, at, known);
    result.push({ text: String(value), at: start });
  }
  return result;
}

function within(short, long) {
  if (!short.length) return false;
  for (let at = 0; at + short.length <= long.length; at += 1) {
    if (short.every((word, number) => word === long[at + number])) return true;
  }
  return false;
}

function longestRun(one, other) {
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

// The statements by the stems of their words, made once.
export class Comparison {
  constructor(data) {
    this.known = data.words;
    this.statements = data.statements;
    this.stop = new Set(data.words.stop);
    this.holders = new Map();
    this.own = data.statements.map((each, number) => {
      const own = new Set(content(words(`${each.statement} ${each.condition}`), this.stop));
      const more = content(words([each.detail, ...each.quotes, ...each.names].join(" ")), this.stop);
      for (const name of new Set([...own, ...more])) {
        if (!this.holders.has(name)) this.holders.set(name, []);
        this.holders.get(name).push(number);
      }
      return own;
    });
  }

  // Each sentence of the text with the statements that it resembles, the nearest first.
  checked(text) {
    const found = [];
    for (const paragraph of sentences(text)) {
      const soFar = [];
      for (const line of paragraph) {
        const own = words(line);
        soFar.push(...own);
        const sentence = {
          text: line,
          words: own,
          capitals: capitals(line, own.length),
          stems: content(own, this.stop),
          soFar: [...soFar],
        };
        found.push({
          sentence: line,
          matches: this.nearest(sentence).map(([score, each]) => ({
            id: each.id,
            heading: each.heading,
            score,
            differences: this.differences(sentence, each),
          })),
        });
      }
    }
    return found;
  }

  weight(name) {
    const number = this.holders.get(name)?.length ?? 0;
    if (!number) return Math.log(1 + this.statements.length) / 2;
    return Math.log(1 + this.statements.length / number);
  }

  nearest(sentence) {
    const sum = (names) => names.reduce((total, name) => total + this.weight(name), 0);
    const stems = [...new Set(sentence.stems)].sort();
    const whole = sum(stems);
    const shared = new Map();
    for (const name of stems) {
      for (const number of this.holders.get(name) ?? []) {
        if (!shared.has(number)) shared.set(number, []);
        shared.get(number).push(name);
      }
    }
    const found = [];
    for (const [number, names] of shared) {
      const own = this.own[number];
      const inOwn = names.filter((name) => own.has(name));
      if (names.length < 2 || !inOwn.length) continue;
      const covered = sum(names) / whole;
      const kept = sum(inOwn) / sum([...own].sort());
      const score = Math.floor(((2 * covered * kept) / (covered + kept)) * 1000 + 0.5) / 1000;
      if (score >= this.known.least) found.push([score, this.statements[number]]);
    }
    found.sort((a, b) => b[0] - a[0] || (a[1].id < b[1].id ? -1 : 1));
    return found.slice(0, this.known.most);
  }

  differences(sentence, each) {
    const known = this.known;
    const made = [];
    const say = (how, kind, what) =>
      made.push({ how, kind, text: known.messages[kind].split("{}").join(what) });
    const has = (group) => sentence.words.some((word) => group.includes(word));
    const own = words(each.statement);
    const whole = [each.statement, each.condition, each.detail, ...each.quotes].join(" ");
    const anywhere = words(whole);

    if (!each.names.some((name) => within(words(name), sentence.soFar))) say("lost", "speaker", each.who);
    const another = this.another(sentence, words([whole, ...each.names, ...each.beside, each.dates].join(" ")));
    if (another.length) say("added", "another", another.join(" "));

    const needed = new Set(content(words(each.condition), this.stop));
    if (needed.size) {
      const kept = [...needed].filter((name) => sentence.stems.includes(name)).length;
      if (2 * kept < needed.size || !this.isConditional(sentence.words, words(each.condition))) say("lost", "condition", each.condition);
    }

    for (const text of [each.statement, each.condition]) {
      const found = words(text);
      found.forEach((word, at) => {
        if (!known.alternative.includes(word)) return;
        const left = this.side(found.slice(0, at).reverse());
        const right = this.side(found.slice(at + 1));
        if (!left.length || !right.length) return;
        if (![...left, ...right].some((one) => sentence.stems.includes(stem(one)))) return;
        if (!this.hasOr(sentence, left, right)) say("lost", "or", `${left[0]} or ${right[0]}`);
      });
    }

    // "Would not" tells of a refusal, too.
    const refused = has(known.refusal);
    for (const [kind, group] of Object.entries(known.hedges)) {
      const used = own.filter(
        (word, at) => group.includes(word) && !(refused && own[at + 1] === "not"),
      );
      if (used.length && !has(group)) say("lost", kind, used[0]);
    }

    const [ours, said] = [this.negations(own), this.negations(sentence.words)];
    const turnedBack = this.turned(own, sentence.words);
    const turned = this.turned(sentence.words, anywhere);
    if (ours.length && !said.length && !turned) say("lost", "negation", ours[0]);
    else if (turnedBack && !said.length) say("lost", "negation", turnedBack);
    if (said.length && !this.negations(anywhere).length && !turnedBack) say("added", "negation", said[0]);
    else if (turned && !ours.length) say("added", "negation", turned);

    for (const word of new Set(sentence.words)) {
      if (known.certain.includes(word) && !anywhere.includes(word)) say("added", "certainty", word);
    }

    const quotes = each.quotes.map(words);
    for (const piece of quoted(sentence.text)) {
      if (!quotes.some((quote) => within(words(piece), quote))) say("added", "quotation", piece);
    }
    const outside = words(sentence.text.replace(QUOTED, "$2 | "));
    const inOurWords = words([each.statement, each.condition, each.detail].join(" "));
    for (const quote of quotes) {
      const run = longestRun(outside, quote);
      if (run.length >= known.run && !within(run, inOurWords)) say("lost", "marks", run.join(" "));
    }

    this.numbers(sentence, each, { own, whole }, say);
    return made;
  }

  // Somebody else who stands where speakers stand, and of whom the statement does not speak.
  another(sentence, there) {
    const known = this.known;
    const isName = (at) =>
      at < sentence.words.length &&
      sentence.capitals[at] &&
      !this.stop.has(sentence.words[at]) &&
      !known.nobody.includes(sentence.words[at]);
    for (let at = 0; at < sentence.words.length; at += 1) {
      let [start, end] = [at, at];
      if (known.speech.includes(sentence.words[at])) {
        if (at && known.spokespeople.includes(sentence.words[at - 1])) start -= 1;
        else while (start && isName(start - 1)) start -= 1;
      } else if (sentence.words[at] === "to" && sentence.words[at - 1] === "according") {
        start = at + 1;
        end = start;
        while (isName(end)) end += 1;
      } else continue;
      const name = sentence.words.slice(start, end);
      if (name.length && !name.some((word) => there.includes(word))) return name;
    }
    return [];
  }

  // "Unless" must stay one: "if" would say the contrary, but for "only if".
  isConditional(found, own) {
    const known = this.known;
    if (found.some((word) => known.regardless.includes(word) && !own.includes(word))) return false;
    const isContrary = (word) => known.contrary.includes(word);
    if (own.some(isContrary)) return found.some(isContrary) || found.includes(known.only);
    if (found.some(isContrary) && !this.negations(found).length) return false;
    return found.some((word) => known.conditional.includes(word));
  }

  negations(found) {
    return found.filter((word) => this.known.negation.includes(word));
  }

  // A word of which the others have the contrary: "unacceptable" against "acceptable".
  turned(found, others) {
    for (const word of found) {
      for (const prefix of this.known.prefixes) {
        const rest = word.startsWith(prefix) ? word.slice(prefix.length) : "";
        if (rest.length > 3 && others.includes(rest) && !others.includes(word)) return word;
      }
    }
    return "";
  }

  side(found) {
    const side = [];
    for (const word of found) {
      if (this.known.between.includes(word) || side.length === 2) break;
      if (!this.stop.has(word)) side.push(word);
    }
    return side;
  }

  hasOr(sentence, left, right) {
    const sides = [left.map(stem), right.map(stem)];
    const stems = sentence.words.map(stem);
    return sentence.words.some((word, at) => {
      if (!this.known.alternative.includes(word)) return false;
      const [before, behind] = [stems.slice(0, at), stems.slice(at + 1)];
      return [sides, [...sides].reverse()].some(
        ([one, other]) =>
          one.some((name) => before.includes(name)) && other.some((name) => behind.includes(name)),
      );
    });
  }

  numbers(sentence, each, { own, whole }, say) {
    const known = this.known;
    const said = numbers(sentence.words, known);
    const there = new Set(said.map((number) => number.text));
    const given = each.figures.map(String);
    const ours = numbers(own, known).map((number) => number.text);
    for (const number of new Set([...ours, ...given])) {
      if (!there.has(number)) say("lost", "number", number);
    }
    const allowed = numbers(words(`${whole} ${each.dates}`), known).map((number) => number.text);
    const anywhere = new Set([...ours, ...given, ...allowed]);
    for (const number of there) if (!anywhere.has(number)) say("added", "number", number);

    const figures = said.filter((number) => given.includes(number.text));
    const needed = known.comparators[each.comparator] ?? [];
    if (figures.length && needed.length && !sentence.words.some((word) => needed.includes(word))) {
      say("lost", "comparator", each.comparator.replaceAll("-", " "));
    }
    const unit = content(words(each.unit), this.stop);
    if (figures.length && unit.length && !unit.some((name) => sentence.stems.includes(name))) {
      say("lost", "unit", each.unit);
    }
    if (each.comparator !== "exactly") return;
    for (const figure of figures) {
      const before = sentence.words.slice(Math.max(0, figure.at - 2), figure.at);
      for (const group of Object.values(known.comparators)) {
        for (const word of before) if (group.includes(word)) say("added", "comparator", word);
      }
    }
  }
}

// The page

function element(name, text, inside = []) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  made.append(...inside);
  return made;
}

function shownMatch(match, root) {
  const link = element("a", match.heading);
  link.href = `${root}facts/${match.id}/`;
  const parts = [element("p", "", [link])];
  if (match.differences.length) {
    const lines = match.differences.map((each) =>
      element("li", "", [element("b", each.how === "lost" ? "Lost" : "Added"), ` ${each.text}`]),
    );
    parts.push(element("ul", "", lines));
  } else {
    parts.push(element("p", "Nothing that is looked for was lost or added."));
  }
  return element("li", "", parts);
}

function shown(result, root) {
  const parts = [element("h2", result.sentence)];
  if (result.matches.length) {
    parts.push(element("ol", "", result.matches.map((match) => shownMatch(match, root))));
  } else {
    parts.push(element("p", "It resembles no statement here."));
  }
  return element("section", "", parts);
}

function begin(form) {
  const field = document.getElementById("check_text");
  const state = document.getElementById("check_state");
  const results = document.getElementById("check_results");
  // At once, so that the page goes on when the network does not.
  const ready = fetch(form.dataset.statements).then(async (answer) => {
    if (!answer.ok) throw new Error(String(answer.status));
    return new Comparison(await answer.json());
  });
  ready.catch(() => {
    state.textContent = "The statements could not be loaded. Load the page again to try once more.";
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    let comparison;
    try {
      comparison = await ready;
    } catch {
      return;
    }
    const found = comparison.checked(field.value);
    results.replaceChildren(...found.map((result) => shown(result, form.dataset.root)));
    const number = found.filter((result) => result.matches[0]?.differences.length).length;
    const word = found.length === 1 ? "sentence" : "sentences";
    state.textContent = found.length
      ? `${found.length} ${word} compared; ${number} with a difference from the nearest statement.`
      : "Write a sentence first.";
  });
}

if (typeof document !== "undefined") {
  const form = document.getElementById("check");
  if (form) begin(form);
}
