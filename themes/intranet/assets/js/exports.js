// Says that exports are old, judged on the reader's own day in Sweden.
"use strict";

for (const box of document.querySelectorAll("[data-stale-days]")) {
  const limit = Number(box.dataset.staleDays);
  const today = Date.parse(new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" }).format(new Date()));
  let isStale = false;
  for (const line of box.querySelectorAll("[data-latest]")) {
    const age = (today - Date.parse(line.dataset.latest)) / 86400000;
    line.hidden = !(age > limit);
    if (age > limit) isStale = true;
  }
  box.hidden = !isStale;
}
