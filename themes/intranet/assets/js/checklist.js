// Ticks of one checklist, kept on this device and for one period. Nothing but the items' ids is kept.
(function () {
  "use strict";
  const list = document.querySelector("[data-checklist]");
  const boxes = [...list.querySelectorAll("input[data-item]")];
  const status = list.querySelector("[data-progress]");
  const bar = list.querySelector("progress");
  const clear = list.querySelector("[data-clear]");
  const clearText = clear.textContent;
  const key = "rutin:checklist:" + list.dataset.checklist;
  let undo = null;

  // Words of `period:` → what tells one period from the next.
  const periods = [
    [/veck|week|(m.n|tis|ons|tors|fre|l.r|s.n)dag/, week],
    [/dag|dygn|daily/, (day) => day.toLocaleDateString("sv-SE")],
    [/varannan m|other month/, (day) => day.getFullYear() + "-t" + Math.floor(day.getMonth() / 2)],
    [/m.nad|month/, (day) => day.getFullYear() + "-" + (day.getMonth() + 1)],
    [/tertial/, (day) => day.getFullYear() + "-d" + Math.floor(day.getMonth() / 4)],
    [/kvartal|quarter/, (day) => day.getFullYear() + "-q" + Math.floor(day.getMonth() / 3)],
    [/halv|half/, (day) => day.getFullYear() + "-h" + Math.floor(day.getMonth() / 6)],
    [/.r\b|.rlig|.rsvis|year|annual/, (day) => String(day.getFullYear())],
  ];

  // ISO year and week.
  function week(day) {
    const thursday = new Date(day.getFullYear(), day.getMonth(), day.getDate() + 4 - (day.getDay() || 7));
    const first = new Date(thursday.getFullYear(), 0, 1);
    return thursday.getFullYear() + "-v" + Math.ceil(((thursday - first) / 86400000 + 1) / 7);
  }

  function stamp() {
    const words = (list.dataset.period || "").toLowerCase();
    const found = words && periods.find(([pattern]) => pattern.test(words));
    return found ? found[1](new Date()) : "";
  }

  function read() {
    try {
      const kept = JSON.parse(localStorage.getItem(key));
      if (kept && kept.period === stamp() && Array.isArray(kept.items)) return kept.items;
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
      if (items.length) localStorage.setItem(key, JSON.stringify({ period: stamp(), items }));
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

  list.addEventListener("change", () => {
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

  const restore = () => {
    tick(read());
    show();
  };
  restore();

  // The same list in another tab, and a page that is shown again after the period has passed.
  addEventListener("storage", (event) => {
    if (event.key === key) restore();
  });
  addEventListener("pageshow", restore);
})();
