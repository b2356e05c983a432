// Colours: automatic, light, dark. The choice is kept in this browser and nowhere else.
const button = document.getElementById("site_colours");
const choices = ["auto", "light", "dark"];
const names = { auto: "automatic", light: "light", dark: "dark" };

function show(choice) {
  const next = choices[(choices.indexOf(choice) + 1) % choices.length];
  const label = `Colours: ${names[choice]}. Change to ${names[next]}`;
  button.setAttribute("aria-label", label);
  button.title = label;
}

if (button) {
  let choice = document.documentElement.dataset.colours || "auto";
  show(choice);
  button.hidden = false;
  button.addEventListener("click", () => {
    choice = choices[(choices.indexOf(choice) + 1) % choices.length];
    if (choice === "auto") delete document.documentElement.dataset.colours;
    else document.documentElement.dataset.colours = choice;
    try {
      if (choice === "auto") localStorage.removeItem("colours");
      else localStorage.setItem("colours", choice);
    } catch {
      // A browser that keeps nothing: the choice holds for this page.
    }
    show(choice);
  });
}

// Search: nothing of it is loaded before it is opened, by its link, by / or by Ctrl or Cmd and K.
const assets = new URL(".", document.currentScript.src);
const field = document.getElementById("find_page_words"); // The page /search/ has one of its own.
const dialog = document.getElementById("find_dialog");
const opener = document.getElementById("find_open");
let begun = false;

function load(name) {
  const styles = document.createElement("link");
  styles.rel = "stylesheet";
  styles.href = new URL("search.css", assets);
  const styled = new Promise((done) => {
    styles.onload = done;
    styles.onerror = done;
  });
  document.head.append(styles);
  styled.then(() => (dialog.dataset.styled = ""));
  // What search.js asks for next, and what that does: all at once instead of one after the other.
  for (const next of ["finder.js", "index.js", "names.js", "words.js"]) {
    const early = document.createElement("link");
    early.rel = "modulepreload";
    early.href = new URL(next, assets);
    document.head.append(early);
  }
  return import(new URL(name, assets));
}

function openSearch() {
  if (field) {
    field.focus();
    field.select();
    return;
  }
  if (!dialog.open) dialog.showModal();
  const words = document.getElementById("find_words");
  words.focus();
  words.select();
  if (begun) return;
  begun = true;
  load("search.js")
    .then((search) => search.start(dialog))
    .catch(() => {
      begun = false;
      document.getElementById("find_state").textContent = "The search could not be loaded.";
    });
}

if (dialog && opener) {
  opener.setAttribute("role", "button");
  opener.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openSearch();
  });
  opener.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    openSearch();
  });
  document.getElementById("find_close").addEventListener("click", () => dialog.close());
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    dialog.dataset.entered = ""; // Perhaps before search.js is here, which takes it from there.
    dialog.dispatchEvent(new Event("entered"));
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close(); // Beside the dialog.
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const k = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!slash && !k) return;
    event.preventDefault();
    openSearch();
  });
  if (field) {
    const without = document.getElementById("find_without"); // What to do without JavaScript.
    without.hidden = true;
    load("search-page.js").catch(() => (without.hidden = false));
  }
}
