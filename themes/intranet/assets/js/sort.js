// Orders the rows of a table by a column: each heading becomes a button, and again turns the order round.
(function () {
  "use strict";
  const swedish = new Intl.Collator("sv", { numeric: true });
  const FEWEST = 3;

  // What a cell says first: its link, day or state; else its own text, without the notes after it.
  function words(cell) {
    const first = cell.querySelector("a, time, .badge") || cell.firstChild;
    return first ? first.textContent.trim() : "";
  }

  // 1 234,5 % as a number; NaN for what is none.
  function number(text) {
    const plain = text.replace(/[\s\u00a0\u202f%]/g, "").replace("\u2212", "-").replace(",", ".");
    return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : NaN;
  }

  // Rows without a value, "–" or "färre än 5", come last in both directions.
  function order(rows, column, direction) {
    const keys = rows.map((row) => words(row.cells[column]));
    const numbers = keys.map(number);
    const areNumbers = numbers.some((value) => !Number.isNaN(value)) && !keys.some((key) => /^\d{4}-\d\d/.test(key));
    const lacks = (place) => (areNumbers ? Number.isNaN(numbers[place]) : !keys[place] || keys[place] === "–");
    const compared = (one, other) => (areNumbers ? numbers[one] - numbers[other] : swedish.compare(keys[one], keys[other]));
    const places = rows.map((_, place) => place);
    places.sort((one, other) => lacks(one) - lacks(other) || (lacks(one) ? 0 : direction * compared(one, other)) || one - other);
    return places.map((place) => rows[place]);
  }

  for (const table of document.querySelectorAll("table.register, table.figures")) {
    const body = table.tBodies[0];
    if (body.rows.length < FEWEST) continue;
    const headings = [...table.tHead.rows[0].cells];
    headings.forEach((heading, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener("click", () => {
        const direction = heading.ariaSort === "ascending" ? -1 : 1;
        for (const other of headings) other.removeAttribute("aria-sort");
        heading.ariaSort = direction > 0 ? "ascending" : "descending";
        body.append(...order([...body.rows], column, direction));
        table.dispatchEvent(new CustomEvent("rutin:order", { bubbles: true }));
      });
    });
  }
})();
