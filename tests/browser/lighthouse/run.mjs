// Scores of the addresses given, as JSON: performance, accessibility, best practices, SEO.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const categories = ["performance", "accessibility", "best-practices", "seo"];
const chrome = await launch({ chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu"] });
const found = {};
for (const address of process.argv.slice(2)) {
  const { lhr } = await lighthouse(address, { port: chrome.port, onlyCategories: categories });
  found[address] = {
    scores: categories.map((name) => Math.round(lhr.categories[name].score * 100)),
    failed: Object.values(lhr.audits)
      .filter((audit) => audit.score !== null && audit.score < 0.9)
      .map((audit) => `${audit.id} ${audit.displayValue ?? ""}`.trim()),
  };
}
console.log(JSON.stringify(found));
await chrome.kill();
