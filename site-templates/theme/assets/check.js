// The page for checking a citation: loads what it compares with, and shows what a sentence lost or
// added. What is written on the page is sent nowhere.

import { Changed, Comparison } from "./check-compare.js";

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

function shown(result, root, notEnglish) {
  const parts = [element("h2", result.sentence)];
  if (!result.english) {
    parts.push(element("p", notEnglish));
  } else if (result.matches.length) {
    parts.push(element("ol", "", result.matches.map((match) => shownMatch(match, root))));
  } else {
    parts.push(element("p", "It resembles no statement here."));
  }
  return element("section", "", parts);
}

function told(found) {
  if (!found.length) return "Write a sentence first.";
  const compared = found.filter((result) => result.english);
  const number = compared.filter((result) => result.matches[0]?.differences.length).length;
  const word = compared.length === 1 ? "sentence" : "sentences";
  const others = found.length - compared.length;
  const left = others ? ` ${others} not compared: not English.` : "";
  return `${compared.length} ${word} compared; ${number} with a difference from the nearest statement.${left}`;
}

// The files of the statements, each loaded once.
class Files {
  constructor(address) {
    this.address = address;
    this.known = new Map();
  }

  async get(name) {
    const answer = await fetch(`${this.address}${name}`);
    if (!answer.ok) throw new Error(String(answer.status));
    return answer;
  }

  async comparison() {
    const [head, holders] = await Promise.all([this.get(".json"), this.get("/index.bin")]);
    this.head = await head.json();
    const bytes = new Uint8Array(await holders.arrayBuffer());
    const part = (number) => this.part(number);
    const made = new Comparison(this.head, bytes, part);
    if (this.head.parts <= this.head.at_once) await this.all(() => {});
    return made;
  }

  part(number) {
    if (!this.known.has(number)) {
      const loading = this.read(number);
      loading.catch(() => this.known.delete(number));
      this.known.set(number, loading);
    }
    return this.known.get(number);
  }

  async read(number) {
    const data = await (await this.get(`/${number}.json`)).json();
    // A site that was renewed has other parts.
    if (data.made !== this.head.made) throw new Changed();
    return data.statements;
  }

  async all(step) {
    for (let number = 0; number < this.head.parts; number += 1) {
      await this.part(number);
      step(number + 1);
    }
  }
}

function failure(error) {
  return error instanceof Changed
    ? "The site was renewed since this page was opened. Load the page again."
    : "The statements could not be loaded. Try again, or load the page again.";
}

function begin(form) {
  const field = document.getElementById("check_text");
  const state = document.getElementById("check_state");
  const results = document.getElementById("check_results");
  const all = document.getElementById("check_all");
  const files = new Files(form.dataset.statements);
  // At once, so that the page goes on when the network does not.
  let ready = files.comparison();
  const offer = () => {
    all.hidden = files.head.parts <= files.head.at_once;
  };
  const fail = (error) => {
    state.textContent = failure(error);
  };
  ready.then(offer, fail);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      ready = ready.catch(() => files.comparison());
      const found = await (await ready).checked(field.value);
      const notEnglish = files.head.words.notEnglish;
      results.replaceChildren(...found.map((result) => shown(result, form.dataset.root, notEnglish)));
      state.textContent = told(found);
    } catch (error) {
      fail(error);
    }
  });
  all.addEventListener("click", async () => {
    all.disabled = true;
    try {
      await files.all((number) => {
        state.textContent = `${number} of ${files.head.parts} parts are loaded.`;
      });
      all.hidden = true;
      state.textContent = "All statements are loaded. Comparing loads nothing from now on.";
    } catch (error) {
      fail(error);
    }
    all.disabled = false;
  });
}

const form = document.getElementById("check");
if (form) begin(form);
