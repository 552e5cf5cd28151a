
"use strict";
// Search, filter, sort. All of the page can be read without.
for (const report of document.querySelectorAll(".report")) {
  const tools = report.querySelector(".tools");
  const search = tools.querySelector("input");
  const status = tools.querySelector("select");
  const count = tools.querySelector("output");
  const rows = [...report.querySelectorAll("tbody tr")];
  const marks = [...report.querySelectorAll("mark")];
  const words = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  tools.hidden = false;
  tools.addEventListener("submit", (event) => event.preventDefault());
  const filter = () => {
    const wanted = search.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const state = status ? status.value : "";
    const gone = new Set();
    for (const row of rows) {
      const fits = wanted.every((word) => words.get(row).includes(word)) &&
        (!state || row.dataset.status === undefined || row.dataset.status === state);
      row.hidden = !fits;
      if (!fits) gone.add(row.id);
    }
    for (const mark of marks) {
      mark.classList.toggle("out", mark.dataset.rows.split(" ").every((row) => gone.has(row)));
    }
    for (const picture of report.querySelectorAll(".goals, .bars")) picture.hidden = gone.size > 0;
    count.textContent = gone.size ? String(rows.length - gone.size) : "";
  };
  search.addEventListener("input", filter);
  if (status) status.addEventListener("change", filter);

  const order = new Intl.Collator(document.documentElement.lang);
  const key = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.sort ?? cell.textContent;
  };
  for (const head of report.querySelectorAll("th")) {
    head.classList.add("sortable");
    head.tabIndex = 0;
    const sort = () => {
      const column = head.cellIndex;
      const body = head.closest("table").tBodies[0];
      const sign = head.ariaSort === "ascending" ? -1 : 1;
      for (const other of head.parentNode.cells) other.ariaSort = null;
      head.ariaSort = sign === 1 ? "ascending" : "descending";
      const numbers = head.classList.contains("number");
      const sorted = [...body.rows].sort((one, two) => {
        const [a, b] = [key(one, column), key(two, column)];
        return sign * (numbers ? (parseFloat(a) || 0) - (parseFloat(b) || 0) : order.compare(a, b));
      });
      body.append(...sorted);
    };
    head.addEventListener("click", sort);
    head.addEventListener("keydown", (event) => { if (event.key === "Enter") sort(); });
  }

  // Click a row: go to its first place. Click a mark beside the tables: go to its row.
  report.addEventListener("click", (event) => {
    if (event.target.closest("a, .card") || String(getSelection())) return;
    const row = event.target.closest("tbody tr");
    const mark = event.target.closest("mark");
    if (row) location.hash = row.querySelector("a").hash;
    else if (mark && matchMedia("(min-width: 62rem)").matches) location.hash = mark.dataset.rows.split(" ")[0];
  });
}

// Of several reports, show the one that a link leads to.
const choose = () => {
  const place = location.hash && document.getElementById(location.hash.slice(1));
  const report = place && place.closest(".report");
  const radio = report && document.getElementById("choose-" + report.id.slice(7));
  if (radio && !radio.checked) {
    radio.checked = true;
    place.scrollIntoView();
  }
};
addEventListener("hashchange", choose);
choose();
