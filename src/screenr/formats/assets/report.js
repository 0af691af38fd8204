// Draws the rows of a screening report from the data in the page. Nothing is ever parsed as markup:
// every text goes in through textContent, whatever a name contains.
"use strict";
(() => {
  const ROWS_A_PAGE = 100;
  const FALLING = ["score", "matches"]; // columns of which a reader first wants the most
  const IN_FULL = 10; // matches of a row that are shown at once; a large group has a hundred
  const OPEN_AT_START = 3; // a report of a name or two is read at once, a batch is folded
  const RANK = { hit: 0, error: 1, decided: 2, clear: 3 }; // what needs a person first
  const COLUMNS = [
    ["status", "Status"], ["row", "Row"], ["name", "Counterparty"], ["match", "Best match"],
    ["list", "List"], ["score", "Score"], ["relation", "Relation"], ["listed", "Listed"],
    ["matches", "Matches"],
  ];
  const $ = (id) => document.getElementById(id);
  const run = JSON.parse($("run").textContent);
  const rows = readRows();
  const collator = new Intl.Collator("en", { numeric: true });
  const view = { sort: "status", down: false, page: 0, unfold: false, printing: false, status: "", shown: [] };

  function readRows() {
    const texts = [];
    const found = [];
    for (const block of document.querySelectorAll("script.rows")) {
      const [fresh, numbers, drawn] = JSON.parse(block.textContent);
      for (const text of fresh) texts.push(text);
      for (const [ref, status, name, asked, cells, note, error, matches, omitted] of drawn) {
        for (const match of matches ?? []) {
          for (const line of match.lines) {
            line[1] = line[1].map((item) => (typeof item === "number" ? texts[numbers[item]] : item));
          }
        }
        found.push({
          at: found.length, ref, status, name, asked, cells, note, error: error ?? "",
          matches: matches ?? [], omitted: omitted ?? "", open: false, text: null,
        });
      }
      block.remove();
    }
    return found;
  }

  function element(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes ?? {})) {
      if (value === true) made.setAttribute(name, "");
      else if (value !== false && value !== null) made.setAttribute(name, value);
    }
    made.append(...children.filter((child) => child !== null && child !== ""));
    return made;
  }

  const name = (text) => element("bdi", null, text);
  const number = (count) => count.toLocaleString("en");

  // ---- choosing rows ----

  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  function searched(row) {
    if (row.text === null) {
      const parts = [`#${row.ref}`, row.name, row.asked, row.error, row.note, ...row.cells];
      for (const match of row.matches) {
        parts.push(match.title);
        for (const [label, items] of match.lines) {
          if (["met", "id", "program", "decided"].includes(label)) parts.push(...items);
        }
      }
      row.text = plain(parts.join("\n"));
    }
    return row.text;
  }

  function chosen() {
    const words = plain($("search").value).split(/\s+/).filter(Boolean);
    const [list, relation, grade, effect] = ["list", "relation", "grade", "effect"].map((id) => $(id).value);
    const fits = (match) =>
      (!list || match.list === list) && (!relation || match.relation === relation) &&
      (!grade || match.grade === grade) && (!effect || match.restricts.includes(Number(effect)));
    const byMatch = list || relation || grade || effect;
    return rows.filter((row) =>
      (!byMatch || row.matches.some(fits)) && words.every((word) => searched(row).includes(word)));
  }

  const KEYS = {
    status: (row) => RANK[row.status],
    row: (row) => row.ref,
    name: (row) => row.name,
    match: (row) => row.matches[0]?.name ?? "",
    list: (row) => row.matches[0]?.list ?? "",
    score: (row) => (row.matches[0] ? Number(row.matches[0].score) : ""),
    relation: (row) => row.matches[0]?.relation ?? "",
    listed: (row) => row.matches[0]?.day ?? "",
    matches: (row) => row.matches.length || "",
  };

  function compare(left, right) {
    const [one, other] = [KEYS[view.sort](left), KEYS[view.sort](right)];
    // What has no value stands last, whichever way the rest is sorted.
    if (one === "" || other === "") return (one === "") - (other === "") || left.at - right.at;
    const order = typeof one === "number" ? one - other : collator.compare(one, other);
    if (order) return view.down ? -order : order;
    return (view.sort === "status" ? KEYS.score(right) - KEYS.score(left) : 0) || left.at - right.at;
  }

  // ---- drawing ----

  function update({ page = 0 } = {}) {
    const found = chosen();
    drawStatuses(found);
    view.shown = found.filter((row) => !view.status || row.status === view.status).sort(compare);
    view.page = page;
    drawHead();
    drawBody();
  }

  function drawStatuses(found) {
    const counts = { "": found.length };
    for (const row of found) counts[row.status] = (counts[row.status] ?? 0) + 1;
    const known = ["", ...Object.keys(RANK).filter((key) => rows.some((row) => row.status === key))];
    $("statuses").replaceChildren(...known.map((key) => {
      const button = element("button",
        { type: "button", class: key || "all", "aria-pressed": String(view.status === key), "data-status": key },
        key ? run.statuses[key] : "All", " ", element("b", null, number(counts[key] ?? 0)));
      return button;
    }));
  }

  function drawHead() {
    $("head").replaceChildren(...COLUMNS.map(([key, label]) => {
      const sorted = view.sort === key ? (view.down ? "descending" : "ascending") : "none";
      return element("th", { role: "columnheader", scope: "col", class: key, "aria-sort": sorted },
        element("button", { type: "button", "data-sort": key }, label));
    }));
  }

  function drawBody() {
    const start = view.printing ? 0 : view.page * ROWS_A_PAGE;
    const end = view.printing ? view.shown.length : Math.min(start + ROWS_A_PAGE, view.shown.length);
    const drawn = document.createDocumentFragment();
    for (const row of view.shown.slice(start, end)) {
      const line = drawRow(row);
      drawn.append(line);
      if (isOpen(row)) unfold(line, row);
    }
    $("body").replaceChildren(drawn);
    const all = view.shown.length;
    const chosen = all < rows.length ? `, chosen of ${number(rows.length)} by ${choice()}` : "";
    $("count").textContent = all
      ? `Rows ${number(start + 1)} to ${number(end)} of ${number(all)}${chosen}`
      : `No row of ${number(rows.length)} fits ${choice()}.`;
    $("pages").hidden = all <= ROWS_A_PAGE;
    const pages = Math.ceil(all / ROWS_A_PAGE);
    $("page").textContent = `Page ${number(view.page + 1)} of ${number(pages)}`;
    $("previous").disabled = view.page === 0;
    $("next").disabled = view.page + 1 >= pages;
  }

  // Stands on paper too, where nobody sees the filters: who reads it must know what is left out.
  function choice() {
    const parts = view.status ? [run.statuses[view.status]] : [];
    if ($("search").value.trim()) parts.push(`“${$("search").value.trim()}”`);
    for (const id of ["list", "relation", "grade", "effect"]) {
      const picked = $(id).selectedOptions[0];
      if (picked?.value) parts.push(`${$(id).closest("label").firstElementChild.textContent.toLowerCase()} ${picked.textContent}`);
    }
    return parts.join(", ");
  }

  const isOpen = (row) => row.open !== (view.unfold && row.status !== "clear");

  function drawRow(row) {
    const best = row.matches[0];
    const cell = (key, ...children) => element("td", { role: "cell", class: key }, ...children);
    const label = `${run.statuses[row.status]}: details of ${row.name || `row ${row.ref}`}`;
    const toggle = element("button",
      { type: "button", class: "toggle", "aria-expanded": "false", "aria-label": label },
      element("span", { class: `chip ${row.status}` }, run.statuses[row.status]));
    const line = element("tr", { role: "row", class: `row ${row.status}`, "data-at": row.at },
      cell("status", toggle),
      cell("row", row.ref),
      cell("name", name(row.name), row.asked ? element("small", null, name(row.asked)) : "",
        row.note ? element("small", { class: "noted" }, row.note) : ""));
    if (best) {
      line.append(
        cell("match", name(best.name)),
        cell("list", ...drawLists(row)),
        cell("score", element("b", null, best.score), best.grade ? ` ${best.grade}` : ""),
        cell("relation", best.relation),
        cell("listed", best.listed),
        cell("matches", number(row.matches.length)));
    } else if (row.error) line.append(cell("match", element("span", { class: "reason" }, row.error)));
    line.lastElementChild.colSpan = COLUMNS.length - line.childElementCount + 1;
    return line;
  }

  function drawLists(row) {
    const lists = new Map();
    for (const match of row.matches) lists.set(match.list, (lists.get(match.list) ?? 0) + 1);
    const names = [...lists].map(([list, count]) => (count > 1 ? `${list} (${number(count)})` : list));
    const kept = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
    return kept.flatMap((text, at) =>
      [at ? " " : "", element("span", null, at < kept.length - 1 ? `${text},` : text)]);
  }

  // ---- unfolding ----

  function toggleRow(line) {
    const row = rows[Number(line.dataset.at)];
    row.open = !row.open;
    if (isOpen(row)) unfold(line, row);
    else {
      line.nextElementSibling.remove();
      mark(line, false);
    }
  }

  function mark(line, open) {
    const toggle = line.querySelector(".toggle");
    line.classList.toggle("open", open);
    toggle.setAttribute("aria-expanded", String(open));
    if (open) toggle.setAttribute("aria-controls", `row-${line.dataset.at}`);
    else toggle.removeAttribute("aria-controls");
  }

  function unfold(line, row) {
    const details = element("td", { role: "cell", colspan: COLUMNS.length }, ...detail(row));
    line.after(element("tr", { role: "row", class: "detail", id: `row-${row.at}` }, details));
    mark(line, true);
  }

  function detail(row) {
    const parts = [];
    if (row.error) parts.push(element("p", { class: "reason" }, `${run.statuses.error}: ${row.error}`));
    if (row.note) parts.push(element("p", { class: "note" }, row.note));
    if (row.status === "clear") parts.push(element("p", null, run.clear));
    row.matches.slice(0, IN_FULL).forEach((match, at) => parts.push(drawMatch(match, at)));
    if (row.matches.length > IN_FULL) parts.push(drawMore(row.matches));
    if (row.omitted) parts.push(element("p", { class: "reason" }, row.omitted));
    if (row.cells.some(Boolean)) parts.push(drawInput(row));
    return parts;
  }

  function drawInput(row) {
    const given = row.cells.map((cell, at) => [run.columns[at] ?? `column ${at + 1}`, cell]);
    return element("section", { class: "input", "aria-label": "Input row" },
      element("h4", null, "Input row"),
      element("dl", null, ...given.filter(([, cell]) => cell).map(([column, cell]) =>
        element("div", null, element("dt", null, name(column)), element("dd", null, name(cell))))));
  }

  function drawMatch(match, at) {
    const made = element("details", { class: "match", open: at === 0 || view.unfold || (view.printing && at < IN_FULL) },
      element("summary", null,
        element("span", { class: "title" }, `${at + 1}. `, name(match.title)), " ",
        element("span", { class: "brief" }, [`${match.score} ${match.grade}`, match.relation, match.listed, match.decided].filter(Boolean).join(" · "))));
    const fill = () => made.childElementCount > 1 || made.append(account(match));
    if (made.open) fill();
    made.addEventListener("toggle", fill);
    return made;
  }

  function drawMore(matches) {
    const left = matches.length - IN_FULL;
    const made = element("details", { class: "more", open: view.unfold || view.printing },
      element("summary", null, `${number(left)} more match${left === 1 ? "" : "es"}`));
    const fill = () => {
      if (made.childElementCount > 1) return;
      matches.slice(IN_FULL).forEach((match, at) => made.append(drawMatch(match, at + IN_FULL)));
    };
    if (made.open) fill();
    made.addEventListener("toggle", fill);
    return made;
  }

  function account(match) {
    return element("div", { class: "account" },
      element("dl", null, ...match.lines.flatMap(([label, items]) => [
        element("dt", null, label),
        element("dd", null, items.length === 1 ? name(items[0])
          : element("ul", null, ...items.map((item) => element("li", null, name(item))))),
      ])),
      drawEvidence(match.evidence));
  }

  function drawEvidence(evidence) {
    const head = ["Share", "Of", "Asked", "Listed", "Read as"];
    return element("table", { class: "evidence" },
      element("caption", null, "Evidence"),
      element("thead", null, element("tr", null, ...head.map((label) => element("th", { scope: "col" }, label)))),
      element("tbody", null, ...evidence.map(([share, feature, asked, listed, reading]) =>
        element("tr", { class: share.startsWith("-") ? "less" : "more" },
          element("td", null, share), element("td", null, feature),
          element("td", null, name(asked || "–")), element("td", null, name(listed || "–")),
          element("td", null, reading)))));
  }

  // ---- hands ----

  function fillSelect(id, values) {
    const options = values.map(([value, label]) => element("option", { value }, label));
    $(id).replaceChildren(element("option", { value: "" }, "any"), ...options);
    $(id).closest("label").hidden = values.length === 0;
  }

  function fillFilters() {
    const found = { list: new Set(), relation: new Set(), grade: new Set(), effect: new Set() };
    for (const row of rows) {
      for (const match of row.matches) {
        found.list.add(match.list);
        if (match.relation) found.relation.add(match.relation);
        if (match.grade) found.grade.add(match.grade);
        for (const activity of match.restricts) found.effect.add(activity);
      }
    }
    const same = (value) => [value, value];
    fillSelect("list", [...found.list].sort(collator.compare).map(same));
    fillSelect("relation", ["same", "family"].filter((each) => found.relation.has(each)).map(same));
    fillSelect("grade", ["exact", "strong", "possible"].filter((each) => found.grade.has(each)).map(same));
    fillSelect("effect", run.activities.map((words, at) => [at, words]).filter(([at]) => found.effect.has(at)));
  }

  function pickFromCharts() {
    for (const label of document.querySelectorAll("th[data-list], th[data-effect]")) {
      const [[key, value]] = Object.entries(label.dataset);
      const button = element("button", { type: "button", title: "Show these rows" }, label.textContent);
      button.addEventListener("click", () => {
        reset({ [key]: value });
        $("main").scrollIntoView();
      });
      label.replaceChildren(button);
    }
  }

  function turn(step) {
    view.page += step;
    drawBody();
    $("main").scrollIntoView();
  }

  function neighbor(button, step) {
    const all = [...$("body").querySelectorAll(".toggle")];
    all[all.indexOf(button) + step]?.focus();
  }

  function setUnfold(value) {
    view.unfold = value;
    for (const row of rows) row.open = false;
    $("unfold").setAttribute("aria-pressed", String(value));
    $("unfold").textContent = value ? "Fold all" : "Unfold all";
  }

  function reset(values = {}) {
    for (const id of ["search", "list", "relation", "grade", "effect"]) $(id).value = values[id] ?? "";
    view.status = "";
    setUnfold(false);
    Object.assign(view, { sort: "status", down: false });
    update();
  }

  function listen() {
    let waiting = 0;
    $("search").addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => update(), 120);
    });
    for (const id of ["list", "relation", "grade", "effect"]) $(id).addEventListener("change", () => update());
    $("statuses").addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      view.status = button.dataset.status;
      update();
      $("statuses").querySelector(`[data-status="${view.status}"]`).focus();
    });
    $("head").addEventListener("click", (event) => {
      const key = event.target.closest("button")?.dataset.sort;
      if (!key) return;
      view.down = view.sort === key ? !view.down : FALLING.includes(key);
      view.sort = key;
      update();
      $("head").querySelector(`[data-sort="${key}"]`).focus();
    });
    $("body").addEventListener("click", (event) => {
      const line = event.target.closest("tr.row");
      // Whoever selects a name to copy it does not mean to fold the row.
      if (line && (event.target.closest(".toggle") || getSelection().isCollapsed)) toggleRow(line);
    });
    $("reset").addEventListener("click", () => reset());
    $("print").addEventListener("click", () => print());
    $("unfold").addEventListener("click", () => {
      setUnfold(!view.unfold);
      drawBody();
    });
    $("previous").addEventListener("click", () => turn(-1));
    $("next").addEventListener("click", () => turn(1));
    document.addEventListener("keydown", onKey);
    // Paper has no pages to turn: every chosen row is printed, open where it is open.
    addEventListener("beforeprint", () => {
      view.printing = true;
      drawBody();
    });
    addEventListener("afterprint", () => {
      view.printing = false;
      drawBody();
    });
  }

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = document.activeElement;
    if (event.key === "/" && !at.matches("input, select")) {
      event.preventDefault();
      $("search").focus();
      $("search").select();
    } else if (event.key === "Escape" && at === $("search")) {
      $("search").value = "";
      update();
    } else if (event.key === "ArrowDown" && at === $("search")) {
      event.preventDefault();
      $("body").querySelector(".toggle")?.focus();
    } else if (at.matches(".toggle") && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      neighbor(at, event.key === "ArrowDown" ? 1 : -1);
    }
  }

  const toRead = rows.filter((row) => row.status !== "clear");
  if (toRead.length <= OPEN_AT_START) for (const row of toRead) row.open = true;
  for (const each of document.querySelectorAll(".plain")) each.remove();
  fillFilters();
  if (rows.length > 1) pickFromCharts();
  listen();
  update();
  $("tools").hidden = rows.length < 2;
  $("table").hidden = false;
})();
