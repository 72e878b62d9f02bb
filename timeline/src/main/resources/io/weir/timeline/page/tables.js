// What stands beside the drawing: totals, threads, the list of events, the sentences on what is missing.

/** Makes an element; children may be texts, which stay texts, and elements. */
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

function summary(run) {
  const length = run.count === 0 ? 0 : run.time[run.count - 1];
  const time = length === 0 ? "at one moment" : "in " + duration(length);
  return `${plural(run.count, "event")} of ${plural(run.stages.length, "stage")} ${time}.`;
}

/** What the page cannot show, in plain words. */
function notes(run) {
  const lines = [];
  if (run.forgotten > 0) {
    lines.push(`${plural(run.recorded, "event")} happened. The first ${number(run.forgotten)} were forgotten, since the recorder keeps `
      + `${number(run.count)} at most; the drawing shows the rest, with times from the first event that is kept. The totals count all.`);
  }
  if (run.forgottenStages > 0) lines.push(`${plural(run.forgottenStages, "earlier stage")} were forgotten, with their totals.`);
  if (run.stages.length > 0) {
    lines.push("A probe sees what its stage is asked for, not what the stage asks for. So above the first stage of a chain only the "
      + "items that come in are drawn. A boundary of the recorder put above that stage shows the requests too.");
  }
  return lines;
}

function chainSummary(run, chain) {
  const first = run.stages[chain.stages[0]];
  const last = run.stages[chain.stages.at(-1)];
  if (!first) return "nothing was subscribed to";
  const parts = [`${number(first.totals.received)} received`, `${number(last.totals.emitted)} emitted`];
  const drops = new Map();
  for (const s of chain.stages) {
    for (const [reason, n] of Object.entries(run.stages[s].totals.dropped)) drops.set(reason, (drops.get(reason) ?? 0) + n);
  }
  for (const [reason, n] of drops) parts.push(`${number(n)} dropped ${reason}`);
  if (chain.stages.every((s) => endedBefore(run.stages[s]))) parts.push("ended before the events that are kept");
  return parts.join(" · ");
}

const COLUMNS = ["stage", "requests", "requested", "received", "expanded", "emitted", "dropped", "still waiting", "held back", "end"];

function totalsTable(run) {
  const head = make("tr", {}, ...COLUMNS.map((name) => make("th", { scope: "col" }, name)));
  const table = make("table", { id: "totals" }, make("thead", {}, head));
  for (const chain of run.chains) {
    const body = make("tbody", {});
    if (run.chains.length > 1) {
      body.append(make("tr", { className: "chain-row" }, make("th", { colSpan: COLUMNS.length, scope: "rowgroup" }, chainName(run, chain))));
    }
    chain.stages.forEach((s) => body.append(totalsRow(run, run.stages[s])));
    table.append(body);
  }
  return table;
}

function totalsRow(run, stage) {
  const t = stage.totals;
  const drops = Object.entries(t.dropped).map(([reason, n]) => `${number(n)} ${reason}`).join(", ");
  const cells = [
    number(t.requests), number(amount(t.requested)), number(t.received), number(t.expanded), number(t.emitted), drops || "0",
    number(t.received - t.expanded - t.emitted - sumOf(t.dropped)), plural(t.pauses, "time"), endOf(run, stage),
  ];
  return make("tr", { "data-stage": stage.index }, make("th", { scope: "row" }, stage.name), ...cells.map((text) => make("td", {}, text)));
}

function endOf(run, stage) {
  if (stage.end >= 0) return run.events[stage.end][3];
  return endedBefore(stage) ? "ended, forgotten" : "goes on";
}

/** The key names what the run has; what it has not would only be in the way. */
function shortenKey(run) {
  const kinds = new Set(run.stages.flatMap((stage) => KINDS.filter((_, k) => stage.of[k].length > 0)));
  if (run.stages.some((stage) => stage.unbounded >= 0 || stage.start.outstanding === Infinity)) kinds.add("unbounded");
  for (const entry of document.querySelectorAll(".key [data-for]")) {
    entry.hidden = !entry.dataset.for.split(" ").some((kind) => kinds.has(kind));
  }
}

/** A swatch for each thread that has a colour of its own, and one for all others. */
function threadLegend(run) {
  const list = make("ul", { id: "threads", className: "threads", ariaLabel: "Threads" });
  for (const thread of run.threads.filter((t) => t.colour < COLOURS)) list.append(threadEntry(thread.colour, thread.name, thread.events));
  const others = run.threads.filter((t) => t.colour === COLOURS);
  if (others.length > 0) {
    list.append(threadEntry(COLOURS, plural(others.length, "other thread"), others.reduce((sum, t) => sum + t.events, 0)));
  }
  return list;
}

function threadEntry(colour, name, events) {
  return make("li", {}, make("span", { className: `swatch t${colour}` }), make("span", { className: "name" }, name),
    make("span", { className: "muted" }, number(events)));
}

const PAGE = 100; // rows of the list of events at a time
const LIST_COLUMNS = ["event", "time", "chain", "stage", "what happens", "thread", "outstanding", "waiting", "rules"];

/** The rows of the list from one event on. */
function eventRows(run, first, current, choose) {
  const rows = [];
  for (let e = first; e < Math.min(run.count, first + PAGE); e++) {
    const stage = run.stages[run.stageOf[e]];
    const state = stateAfter(run, e);
    const button = make("button", { type: "button", onclick: () => choose(e) }, number(run.forgotten + e + 1));
    const cells = [
      button, duration(run.rawTime[e]), chainName(run, run.chains[stage.chain]), stage.name, happening(run, e),
      run.threads[run.threadOf[e]].name, state.outstanding, state.waiting, rulesFor(run, e).map((id) => "§" + id).join(" "),
    ];
    const row = make("tr", { "data-event": e }, ...cells.map((cell) => make("td", {}, cell)));
    if (e === current) row.setAttribute("aria-current", "true");
    rows.push(row);
  }
  return rows;
}

/** Everything about one event, as a card: in the panel below the drawing, and beside the mouse. */
function eventCard(run, e, alsoHere = 0) {
  const stage = run.stages[run.stageOf[e]];
  const thread = run.threads[run.threadOf[e]];
  const state = stateAfter(run, e);
  const card = make("div", { className: "card" });
  card.append(make("p", { className: "what" },
    make("span", { className: "stage-name" }, stage.name), " ", make("span", { className: "happening" }, happening(run, e))));
  const chain = run.chains[stage.chain];
  card.append(make("p", { className: "facts" },
    fact("event", number(run.forgotten + e + 1)), fact("time", duration(run.rawTime[e])),
    ...(run.chains.length > 1 ? [fact("chain", chainName(run, chain))] : []),
    make("span", { className: "fact" }, make("span", { className: `swatch t${thread.colour}` }), thread.name),
    fact("after it", `${state.outstanding} outstanding, ${state.waiting} waiting`)));
  const here = ruleHere(run, e);
  const rules = rulesFor(run, e);
  if (rules.length > 0 || here) {
    const line = make("p", { className: "rules" });
    rules.forEach((id) => line.append(make("b", {}, "§" + id), " " + RULES[id] + " "));
    if (here) line.append(make("span", { className: "here" }, here));
    card.append(line);
  }
  if (alsoHere > 0) card.append(make("p", { className: "muted" }, `and ${plural(alsoHere, "more event")} within this mark; zoom in to part them`));
  return card;
}

function fact(name, value) {
  return make("span", { className: "fact" }, make("span", { className: "muted" }, name + " "), value);
}
