// Ticks of one checklist, kept on this device and for one period. Nothing but the items' ids is kept, and an item's id
// changes with its text.
(function () {
  "use strict";
  const list = document.querySelector("[data-checklist]");
  const boxes = [...list.querySelectorAll("input[data-item]")];
  const status = list.querySelector("[data-progress]");
  const bar = list.querySelector("progress");
  const clear = list.querySelector("[data-clear]");
  const clearText = clear.textContent;
  const key = "rutin:checklist:" + list.dataset.checklist;
  let shownPeriod = "";
  let undo = null;

  // The number of the period that today is in, in Sweden; a list without a rhythm has one that never ends.
  function period() {
    if (!list.dataset.rhythm) return "";
    const [unit, length, first] = list.dataset.rhythm.split("/");
    const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Stockholm" });
    const [year, month, day] = today.split("-").map(Number);
    const days = Date.UTC(year, month - 1, day) / 86400000;
    // Day 0 was a Thursday.
    const number = unit === "month" ? year * 12 + month - 1 - first : unit === "week" ? Math.floor((days + 3) / 7) : days;
    return list.dataset.rhythm + "/" + Math.floor(number / length);
  }

  function read() {
    try {
      const kept = JSON.parse(localStorage.getItem(key));
      if (kept && kept.period === period() && Array.isArray(kept.items)) return kept.items;
      localStorage.removeItem(key);
    } catch (error) {
      // Nothing that can be read is kept.
    }
    return [];
  }

  const ticked = () => boxes.filter((box) => box.checked).map((box) => box.dataset.item);

  function write() {
    const items = ticked();
    try {
      if (items.length) localStorage.setItem(key, JSON.stringify({ period: shownPeriod, items }));
      else localStorage.removeItem(key);
    } catch (error) {
      // Storage is closed: the ticks hold while the page is open.
    }
  }

  function show(cleared) {
    const done = ticked().length;
    const pattern = cleared ? status.dataset.cleared : done === boxes.length ? status.dataset.all : status.dataset.progress;
    status.textContent = pattern.replace("{klara}", done).replace("{antal}", boxes.length);
    bar.value = done;
    list.classList.toggle("is-done", done === boxes.length);
    clear.textContent = undo ? clear.dataset.undo : clearText;
    clear.disabled = !done && !undo;
  }

  function tick(items) {
    for (const box of boxes) box.checked = items.includes(box.dataset.item);
  }

  function restore() {
    shownPeriod = period();
    undo = null;
    tick(read());
    show();
  }

  list.addEventListener("change", (event) => {
    if (shownPeriod !== period()) {
      // The page has been open since the last period: only this tick belongs to the new one.
      shownPeriod = period();
      tick(event.target.checked ? [event.target.dataset.item] : []);
    }
    undo = null;
    write();
    show();
  });

  clear.addEventListener("click", () => {
    const before = undo;
    undo = before ? null : ticked();
    tick(before || []);
    write();
    show(!before);
  });

  restore();

  // The same list in another tab, what the browser itself has filled in again, and a page that is shown again after the
  // period has passed.
  addEventListener("storage", (event) => {
    if (event.key === key || event.key === null) restore();
  });
  addEventListener("pageshow", restore);
  document.addEventListener("visibilitychange", () => shownPeriod !== period() && restore());
})();
