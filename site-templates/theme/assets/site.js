// Colours: automatic, light, dark. The choice is kept in this browser and nowhere else.
const button = document.getElementById("colours");
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
