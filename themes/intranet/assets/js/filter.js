// Hides what the chosen filters leave out, in the register, the calendar and the list of news. The choices stand in the
// address, so that a filtered list can be linked to.
(function () {
  "use strict";
  const form = document.querySelector("[data-filter]");
  const fields = [...form.elements].filter((field) => field.name);
  let rows = [...document.querySelectorAll("[data-row]")];
  const texts = new Map();
  // A browser lays out a table of ten thousand rows for a minute: so many are shown at a time.
  const more = document.querySelector("[data-more]");
  const STEP = 200;
  let limit = STEP;
  const count = document.querySelector("[data-filter-count]");

  let day = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Stockholm" });

  const words = (text) => text.toLocaleLowerCase("sv").split(/\s+/).filter(Boolean);

  function fits(row, field) {
    if (!field.value) return true;
    if (field.type === "search") {
      if (!texts.has(row)) texts.set(row, row.textContent.toLocaleLowerCase("sv"));
      const text = texts.get(row);
      return words(field.value).every((word) => text.includes(word));
    }
    if (field.name === "lage") return row.querySelector("[data-state]").dataset.state === field.value;
    const kept = (row.dataset[field.name] || "").split(" ").filter(Boolean);
    // What names nobody concerns everybody.
    return kept.includes(field.value) || (field.hasAttribute("data-open") && !kept.length);
  }

  function show() {
    let found = 0;
    for (const row of rows) {
      const isFound = fields.every((field) => fits(row, field)) && !(row.dataset.day < day);
      if (isFound) found += 1;
      row.hidden = !isFound || (more !== null && found > limit);
    }
    if (more) more.hidden = found <= limit;
    for (const group of document.querySelectorAll("[data-rows]")) group.hidden = !group.querySelector("[data-row]:not([hidden])");
    count.textContent = count.dataset.filterCount.replace("{antal}", found);
  }

  function keep() {
    const chosen = new URLSearchParams();
    for (const field of fields) if (field.value) chosen.set(field.name, field.value);
    const query = chosen.toString();
    history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash);
  }

  const given = new URLSearchParams(location.search);
  for (const field of fields) if (given.has(field.name)) field.value = given.get(field.name);
  // A search field tells of each letter, a list of choices when one is made.
  for (const kind of ["input", "change"]) {
    form.addEventListener(kind, () => {
      limit = STEP;
      show();
      keep();
    });
  }
  if (more) {
    more.addEventListener("click", () => {
      const next = rows.filter((row) => !row.hidden).length;
      limit += STEP;
      show();
      rows.filter((row) => !row.hidden)[next].querySelector("a").focus();
    });
  }
  document.addEventListener("rutin:order", () => {
    rows = [...document.querySelectorAll("[data-row]")];
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  // The rows' states and the day are judged by validity.js, at first and when a day has passed.
  document.addEventListener("rutin:day", (event) => {
    day = event.detail;
    show();
  });
  show();
  // Until now the rows were not shown: see register.css.
  addEventListener("DOMContentLoaded", () => document.documentElement.classList.add("filtered"));
})();
