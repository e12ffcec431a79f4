// Finds episodes. What is looked through is a script, not JSON, so that it loads from the disk, too.
(() => {
  "use strict";
  const field = document.querySelector("[data-find]");
  const results = document.querySelector("[data-results]");
  const listed = document.querySelector("[data-listed]");
  const status = document.querySelector("[data-found]");
  const MOST = 50;
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  let episodes;

  const load = () => episodes ??= new Promise((loaded) => {
    const script = document.createElement("script");
    script.src = field.dataset.find;
    script.addEventListener("load", () => loaded(self.issuecast.map((row) => [...row, fold(row.join(" "))])));
    document.head.append(script);
  });

  const item = ([path, title, day]) => {
    const [entry, heading, link, facts] = ["li", "h3", "a", "p"].map((name) => document.createElement(name));
    facts.className = "facts";
    facts.textContent = day;
    link.href = field.dataset.root + path;
    link.textContent = title;
    heading.append(link);
    entry.append(facts, heading);
    return entry;
  };

  const find = async () => {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    const found = words.length ? (await load()).filter((row) => words.every((word) => row.at(-1).includes(word))) : [];
    results.replaceChildren(...found.slice(0, MOST).map(item));
    results.hidden = !words.length;
    listed.hidden = Boolean(words.length);
    status.textContent = words.length ? `${found.length} ${found.length === 1 ? "episode" : "episodes"}` : "";
  };

  field.closest("[data-live]").hidden = false;
  field.addEventListener("focus", load, { once: true });
  field.addEventListener("input", find);
})();
