// What a sentence lost or added against one statement; the same as
// generator/export/citecheck/differences.py, shades.py, speakers.py and figures.py.

import { Names } from "./check-speakers.js";
import { Dates, gives, numbers, placesOf } from "./check-numbers.js";
import { longestRun, unquoted, within } from "./check-reading.js";

const SIDE = 2;
const NOUNS = 2;
// So far behind a number, "or more" may stand.
const BEHIND = 4;

export class Differences {
  constructor(reader) {
    this.reader = reader;
    this.known = reader.known;
    this.stop = reader.stop;
    this.dates = new Dates(reader.known, reader.stop);
    const { fractions, ordinals, partsAndMultiples, units, tens, scales } = reader.known;
    const numberWords = { ...ordinals, ...partsAndMultiples, ...units, ...tens, ...scales };
    // No other words: small ones ("said" among them, not "claimed"), and numbers, told apart.
    this.told = new Set([...reader.stop, ...fractions, ...Object.keys(numberWords)]);
  }

  // A sentence in its parts; `before` are the words before it in its paragraph.
  sentence(text, before) {
    const reading = this.reader.read(text);
    return {
      text,
      reading,
      words: reading.words,
      dates: this.dates.of(reading),
      stems: this.reader.content(reading.words),
      soFar: [...before, ...reading.words],
    };
  }

  // All differences, in a fixed order.
  of(sentence, each) {
    const texts = [each.statement, each.condition, each.detail, ...each.quotes];
    const told = {
      each,
      texts,
      own: this.reader.words(each.statement),
      quotesWhole: this.quotesWhole(sentence, each),
      anywhere: this.reader.words(texts.join(" ")),
    };
    const made = [];
    const say = (how, kind, what) =>
      made.push({ how, kind, text: this.known.messages[kind].split("{}").join(what) });
    this.speakers(sentence, told, say);
    this.condition(sentence, told, say);
    this.lostAlternatives(sentence, told, say);
    this.addedAlternatives(sentence, told, say);
    this.hedges(sentence, told, say);
    this.negation(sentence, told, say);
    this.contraries(sentence, told, say);
    this.certainty(sentence, told, say);
    this.quotation(sentence, told, say);
    this.figures(sentence, told, say);
    return made;
  }

  // The words of a sentence that stand nowhere in what is known of the statement, each once. They may
  // say the same in another way, so they are no difference.
  otherWords(sentence, each) {
    const texts = [each.statement, each.condition, each.detail, ...each.quotes];
    const around = [...texts, ...each.names, ...each.beside, each.dates, each.unit].join(" ");
    const there = new Set(this.stems(this.reader.words(around)));
    const isOther = (word) =>
      word && !this.told.has(word) && !/[0-9]/.test(word) && !there.has(this.reader.stem(word));
    return [...new Set(this.undated(sentence.reading).filter(isOther))];
  }

  // Does it quote one of the statement's quotations from its beginning to its end? Shorter ones say
  // too little to stand for the statement.
  quotesWhole(sentence, each) {
    const pieces = this.reader.quoted(sentence.text).map((piece) => this.reader.words(piece).join(" "));
    const quotes = each.quotes.map((quote) => this.reader.words(quote));
    return quotes.some((found) => found.length >= this.known.run && pieces.includes(found.join(" ")));
  }

  // The words, with nothing in the places of dates: "May" is no "may".
  undated(reading) {
    const dated = placesOf(this.dates.of(reading));
    return reading.words.map((word, at) => (dated.has(at) ? "" : word));
  }

  // The speaker who is not named, and another who is.
  speakers(sentence, { each, texts }, say) {
    const words = (text) => this.reader.words(text);
    if (!each.names.some((name) => within(words(name), sentence.soFar))) say("lost", "speaker", each.who);
    const there = words([...texts, ...each.names, ...each.beside, each.dates].join(" "));
    const speaker = new Set(words(each.names.join(" ")));
    const names = new Names(sentence.reading, speaker, this.known, this.stop);
    const others = new Set();
    for (const name of names.standing()) {
      if (!name.some((word) => there.includes(word))) others.add(name.join(" "));
    }
    if (others.size) say("added", "another", [...others].join(", "));
  }

  // Half of its words must be there, and a word that makes it a condition.
  condition(sentence, { each, own }, say) {
    const condition = this.reader.words(each.condition);
    const needed = new Set(this.reader.content(condition));
    if (!needed.size) return;
    const kept = [...needed].filter((name) => sentence.stems.includes(name)).length;
    if (2 * kept < needed.size || !this.isConditional(sentence.words, condition, own))
      say("lost", "condition", each.condition);
  }

  // Where "unless" stands, "if" would say the contrary, but for "only if" and "if not".
  isConditional(found, condition, own) {
    const { known } = this;
    if (found.some((word) => known.regardless.includes(word) && !condition.includes(word))) return false;
    const isContrary = (word) => known.contrary.includes(word);
    const contrary = found.some(isContrary);
    const conditional = found.some((word) => known.conditional.includes(word));
    if (condition.some(isContrary)) {
      const denied = this.negations(found).length > this.negations(own).length;
      return contrary || found.includes(known.only) || (conditional && denied);
    }
    if (contrary && !this.negations(found).length) return false;
    return conditional;
  }

  // Where one side of an "or" is named, so must be the other, with an "or" between them.
  lostAlternatives(sentence, { each, quotesWhole }, say) {
    if (quotesWhole) return;
    for (const text of [each.statement, each.condition]) {
      const found = this.reader.words(text);
      found.forEach((word, at) => {
        if (!this.known.alternative.includes(word)) return;
        const left = this.side(found.slice(0, at).reverse());
        const right = this.side(found.slice(at + 1));
        if (!left.length || !right.length) return;
        if (![...left, ...right].some((one) => sentence.stems.includes(this.reader.stem(one)))) return;
        if (!this.hasOr(sentence, left, right)) say("lost", "or", `${left[0]} or ${right[0]}`);
      });
    }
  }

  // The next two words that carry meaning, up to another "or" or "and".
  side(found) {
    const side = [];
    for (const word of found) {
      if (this.known.between.includes(word) || side.length === SIDE) break;
      if (!this.stop.has(word)) side.push(word);
    }
    return side;
  }

  stems(found) {
    return found.map((word) => this.reader.stem(word));
  }

  hasOr(sentence, left, right) {
    const sides = [this.stems(left), this.stems(right)];
    const stems = this.stems(sentence.words);
    return sentence.words.some((word, at) => {
      if (!this.known.alternative.includes(word)) return false;
      const [before, behind] = [stems.slice(0, at), stems.slice(at + 1)];
      return [sides, [...sides].reverse()].some(
        ([one, other]) =>
          one.some((name) => before.includes(name)) && other.some((name) => behind.includes(name)),
      );
    });
  }

  // An "or" that has no word beside it in common with any of the statement's.
  addedAlternatives(sentence, { texts }, say) {
    const ours = texts.flatMap((text) => this.alternatives(this.reader.words(text)));
    for (const [left, right] of this.alternatives(sentence.words)) {
      const [one, other] = [this.stems(left), this.stems(right)];
      const alike = ([before, behind]) => {
        const [first, second] = [this.stems(before), this.stems(behind)];
        return [...one, ...other].some((name) => first.includes(name) || second.includes(name));
      };
      if (!ours.some(alike)) say("added", "or", `${left[0]} or ${right[0]}`);
    }
  }

  alternatives(found) {
    const made = [];
    found.forEach((word, at) => {
      if (!this.known.alternative.includes(word) || this.known.idioms.includes(found[at + 1])) return;
      const before = found.slice(0, at).reverse();
      const left = this.side(before[0] === "and" ? before.slice(1) : before);
      const right = this.side(found.slice(at + 1));
      if (left.length && right.length) made.push([left, right]);
    });
    return made;
  }

  // Attempts, plans, commitments, possibilities; how much; by whose account.
  hedges(sentence, { each, texts, quotesWhole }, say) {
    const own = this.undated(this.reader.read(each.statement));
    const said = this.undated(sentence.reading);
    // Who quotes the whole has not left out what only our words make plain.
    if (!quotesWhole) {
      this.lostHedges(own, said, say);
      this.extents(own, said, say);
      this.reports(own, said, say);
      this.accounts(own, sentence.stems, say);
    }
    this.weaker(said, this.undated(this.reader.read(texts.join(" "))), say);
  }

  lostHedges(own, said, say) {
    const has = (group) => said.some((word) => group.includes(word));
    // "Would not" tells of a refusal, too.
    const refused = has(this.known.refusal);
    for (const [kind, group] of Object.entries(this.known.hedges)) {
      const used = own.filter((word, at) => group.includes(word) && !(refused && own[at + 1] === "not"));
      if (used.length && !has(group)) say("lost", kind, used[0]);
    }
  }

  extents(own, said, say) {
    const { known } = this;
    const counted = new Set(numbers(own, known).map((number) => number.at));
    for (const group of Object.values(known.extents)) {
      const used = own.filter(
        (word, at) =>
          group.includes(word) &&
          !known.superlative.includes(own[Math.max(0, at - 1)]) &&
          !counted.has(at + 1),
      );
      if (used.length && !said.some((word) => group.includes(word))) say("lost", "extent", used[0]);
    }
  }

  reports(own, said, say) {
    const isReport = (word) => this.known.reports.includes(word);
    if (own.some(isReport) && !said.some(isReport)) say("lost", "report", own.find(isReport));
  }

  // The navy, where the statement is "according to the navy".
  accounts(own, stems, say) {
    own.forEach((word, at) => {
      if (word !== "according") return;
      const whose = own.findIndex((each, place) => place >= at + 2 && each && !this.stop.has(each));
      if (whose < 0 || stems.includes(this.reader.stem(own[whose]))) return;
      say("lost", "report", own.slice(at, whose + 1).join(" "));
    });
  }

  weaker(said, anywhere, say) {
    for (const [kind, group] of Object.entries(this.known.weaker)) {
      if (anywhere.some((word) => this.known.hedges[kind].includes(word))) continue;
      const found = said.find((word) => group.includes(word));
      if (found) say("added", kind, found);
    }
  }

  negation(sentence, { own, anywhere }, say) {
    const [ours, said] = [this.negations(own), this.negations(sentence.words)];
    const turnedBack = this.turned(own, sentence.words);
    const turned = this.turned(sentence.words, anywhere);
    const yetTo = sentence.words.some((word, at) => word === "yet" && sentence.words[at + 1] === "to");
    if (ours.length && !said.length && !turned && !yetTo) say("lost", "negation", ours[0]);
    else if (turnedBack && !said.length) say("lost", "negation", turnedBack);
    // "Unless" may be told by "if not".
    const denied =
      this.negations(anywhere).length || anywhere.some((word) => this.known.contrary.includes(word));
    if (said.length && !denied && !turnedBack) say("added", "negation", said[0]);
    else if (turned && !ours.length) say("added", "negation", turned);
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

  // A word whose contrary the statement has, and it not.
  contraries(sentence, { own, anywhere }, say) {
    for (const pair of this.known.contraries) {
      for (const [ours, theirs] of [pair, [...pair].reverse()]) {
        if (!own.some((word) => ours.includes(word))) continue;
        if (anywhere.some((word) => theirs.includes(word))) continue;
        const said = sentence.words.find((word) => theirs.includes(word));
        if (said && !sentence.words.some((word) => ours.includes(word))) say("added", "contrary", said);
      }
    }
  }

  certainty(sentence, { anywhere }, say) {
    for (const word of new Set(sentence.words)) {
      if (this.known.certain.includes(word) && !anywhere.includes(word)) say("added", "certainty", word);
    }
  }

  quotation(sentence, { each }, say) {
    const words = (text) => this.reader.words(text);
    const quotes = each.quotes.map(words);
    for (const piece of this.reader.quoted(sentence.text)) {
      if (!quotes.some((quote) => within(words(piece), quote))) say("added", "quotation", piece);
    }
    const outside = words(unquoted(sentence.text));
    const ours = words([each.statement, each.condition, each.detail].join(" "));
    for (const quote of quotes) {
      const run = longestRun(outside, quote);
      if (run.length >= this.known.run && !within(run, ours)) say("lost", "marks", run.join(" "));
    }
  }

  // Dates, numbers, comparators and units, in this order.
  figures(sentence, told, say) {
    const { each, texts } = told;
    const own = this.reader.read(each.statement);
    const ours = this.dates.of(own);
    const around = [each.dates, ...texts].flatMap((text) => this.dates.of(this.reader.read(text)));
    const allowed = [...ours, ...around];
    this.lostAndAddedDates(sentence, told, { ours, allowed }, say);
    const said = numbers(sentence.words, this.known, placesOf(sentence.dates));
    const counted = numbers(own.words, this.known, placesOf(ours));
    this.numbers(sentence, told, { said, counted, allowed }, say);
    this.turnedWays(this.ways(own.words, counted), this.ways(sentence.words, said), say);
    this.comparators(sentence, told, said, say);
    this.units(sentence, told, { said, own, counted }, say);
  }

  lostAndAddedDates(sentence, { each, texts }, { ours, allowed }, say) {
    const told = (dates) => new Set(dates.map((date) => this.dates.text(date)));
    for (const date of told(ours.filter((one) => !this.keeps(sentence, one)))) say("lost", "date", date);
    const years = new Set(allowed.map((date) => date.year));
    for (const word of this.reader.words([...texts, each.dates].join(" "))) {
      if (/^[0-9]+$/.test(word)) years.add(Number(word));
    }
    const added = sentence.dates.filter((date) => !this.isAllowed(date, allowed, years));
    for (const date of told(added)) say("added", "date", date);
  }

  keeps(sentence, date) {
    if (date.word) return sentence.words.includes(date.word);
    if (!date.month && sentence.words.includes(String(date.year))) return true;
    return sentence.dates.some((each) => gives(each, date));
  }

  isAllowed(date, allowed, years) {
    if (date.word)
      return allowed.some((each) => date.word === each.word || date.word === this.dates.weekday(each));
    if (!date.month) return years.has(date.year);
    return allowed.some(
      (each) =>
        date.month === each.month &&
        (!date.day || date.day === each.day) &&
        (!date.year || date.year === each.year || (!each.year && years.has(date.year))),
    );
  }

  numbers(sentence, { each, texts }, { said, counted, allowed }, say) {
    const inDates = (dates) =>
      dates.flatMap((date) => [date.day, date.year].filter(Boolean).map(String));
    const given = each.figures.map(String);
    const ours = counted.map((number) => number.text);
    const there = new Set([...said.map((number) => number.text), ...inDates(sentence.dates)]);
    for (const number of new Set([...ours, ...given])) {
      if (!there.has(number)) say("lost", "number", number);
    }
    const others = numbers(this.reader.words([...texts, each.dates].join(" ")), this.known);
    const anywhere = new Set([
      ...ours,
      ...given,
      ...others.map((number) => number.text),
      ...inDates(allowed),
    ]);
    for (const number of new Set(said.map((one) => one.text))) {
      if (!anywhere.has(number)) say("added", "number", number);
    }
  }

  // From 4 to 5 where the statement has from 5 to 4.
  turnedWays(ours, theirs, say) {
    const has = (way) => theirs.some((each) => each.join() === way.join());
    for (const way of new Map(ours.map((each) => [each.join(), each])).values()) {
      if (has([...way].reverse()) && !has(way)) say("lost", "number", `from ${way[0]} to ${way[1]}`);
    }
  }

  // From which number to which, in either order: from 5 to 4, to 4 from 5.
  ways(found, counted) {
    const ways = [];
    for (let at = 0; at + 1 < counted.length; at += 1) {
      const ends = {};
      for (const each of counted.slice(at, at + 2)) if (each.at) ends[found[each.at - 1]] = each.text;
      if (Object.hasOwn(ends, "from") && Object.hasOwn(ends, "to")) ways.push([ends.from, ends.to]);
    }
    return ways;
  }

  // How a number is meant: by the figure, else by the words around it in the statement.
  comparators(sentence, { each, texts }, said, say) {
    const meant = new Map();
    for (const text of texts) {
      const found = this.reader.words(text);
      for (const number of numbers(found, this.known)) {
        if (!meant.has(number.text)) meant.set(number.text, this.comparator(found, number)[0]);
      }
    }
    // What the figure says goes before what the words do.
    for (const value of each.figures.map(String)) {
      if (each.comparator || !meant.has(value)) meant.set(value, each.comparator);
    }
    const seen = new Set();
    for (const number of [...said].reverse()) seen.add(number.text);
    for (const text of seen) {
      const number = said.find((one) => one.text === text);
      const meaning = meant.get(text) ?? "";
      const needed = this.known.comparators[meaning] ?? [];
      const [name, word] = this.comparator(sentence.words, number);
      if (needed.length) {
        if (!sentence.words.some((one) => needed.includes(one)) && name !== meaning)
          say("lost", "comparator", meaning.replaceAll("-", " "));
      } else if (meant.has(text) && ["", "exactly"].includes(meaning) && name) {
        say("added", "comparator", word);
      }
    }
  }

  // The comparator around a number, and its word.
  comparator(found, number) {
    const { known } = this;
    const behind = found.slice(number.at + 1, number.at + 1 + BEHIND);
    for (let at = 0; at + 1 < behind.length; at += 1) {
      const following = behind[at + 1];
      if (known.alternative.includes(behind[at]) && Object.hasOwn(known.behindNumbers, following))
        return [known.behindNumbers[following], following];
    }
    const before = found.slice(Math.max(0, number.at - 3), number.at);
    if (before.length === 3 && before[0] === "as" && before[2] === "as") {
      if (Object.hasOwn(known.asMuch, before[1])) return [known.asMuch[before[1]], before[1]];
    }
    let at = number.at - 1;
    if (at > 0 && known.beforeNumbers.includes(found[at])) at -= 1;
    for (const [name, group] of Object.entries(known.comparators)) {
      if (at >= 0 && group.includes(found[at])) return [name, found[at]];
    }
    return ["", ""];
  }

  units(sentence, told, { said, own, counted }, say) {
    const { each } = told;
    const there = new Set(said.map((number) => number.text));
    const given = new Set(each.figures.map(String));
    const unit = this.reader.content(this.reader.words(each.unit));
    const has = (name) => sentence.stems.includes(name);
    const lost = [];
    if (unit.length && [...given].some((number) => there.has(number)) && !unit.some(has))
      lost.push(each.unit);
    for (const number of counted) {
      if (!there.has(number.text) || (unit.length && given.has(number.text))) continue;
      const nouns = this.nouns(own, number);
      if (nouns.length && !this.stems(nouns).some(has)) lost.push(nouns.join(" "));
    }
    lost.push(...this.exchanged({ own, counted }, { own: sentence.reading, counted: said }));
    lost.push(...this.spans(sentence, told));
    for (const one of new Set(lost)) say("lost", "unit", one);
  }

  // What a number counts, where in the sentence it counts what another number should.
  exchanged(ours, theirs) {
    const counts = ({ own, counted }) => counted.map(({ text, at }) => [text, this.nouns(own, { at })]);
    const [own, all] = [counts(ours), counts(theirs)];
    const found = [];
    for (const [text, nouns] of own) {
      const mine = this.stems(nouns);
      const beside = own.filter(([other]) => other !== text).flatMap(([, more]) => this.stems(more));
      const others = beside.filter((name) => !mine.includes(name));
      const said = all.filter(([other]) => other === text).map(([, more]) => this.stems(more));
      const has = (some, names) => some.some((name) => names.includes(name));
      if (!mine.length || !said.length) continue;
      if (said.every((each) => has(each, others) && !has(each, mine))) found.push(nouns.join(" "));
    }
    return found;
  }

  // The words behind a number, up to two that carry meaning: what it counts.
  nouns(own, number) {
    let at = number.at + 1;
    while (Object.hasOwn(this.known.scales, own.words[at] ?? "")) at += 1;
    const nouns = [];
    while (at < own.words.length && nouns.length < NOUNS) {
      if (this.stop.has(own.words[at]) || own.gaps[at]) break;
      nouns.push(own.words[at]);
      at += 1;
    }
    return nouns;
  }

  // A week where the statement has a month, and no week.
  spans(sentence, { each, own, anywhere }) {
    const isSpan = (word) => this.known.spans.includes(word);
    const there = new Set(this.stems([...anywhere, ...this.reader.words(each.unit)]));
    const said = this.stems(sentence.words.filter(isSpan));
    if (said.every((name) => there.has(name))) return [];
    return own.filter((word) => isSpan(word) && !said.includes(this.reader.stem(word)));
  }
}
