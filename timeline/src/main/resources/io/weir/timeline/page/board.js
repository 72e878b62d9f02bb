// The board: all chains under one axis, drawn anew when the window moves. Only what is on the screen is drawn.

const SPACE = { narrow: 720, gutter: 188, printed: 1032 };

function newBoard(run, view) {
  const board = { run, view, chains: [], current: -1, hovered: -1, playhead: null, printing: false, scheduled: false };
  const place = document.getElementById("chains");
  board.chains = run.chains.map((chain) => newChain(run, chain, place));
  board.cursor = make("div", { className: "cursor", hidden: true });
  board.hover = make("div", { className: "cursor hover", hidden: true });
  board.veil = make("div", { className: "veil", hidden: true });
  place.append(board.veil, board.hover, board.cursor);
  const watcher = new IntersectionObserver((entries) => {
    for (const entry of entries) board.chains.find((c) => c.section === entry.target).seen = entry.isIntersecting;
    redraw(board);
  }, { rootMargin: "200px" });
  board.chains.forEach((c) => watcher.observe(c.section));
  new ResizeObserver(() => resize(board)).observe(place);
  resize(board);
  return board;
}

function newChain(run, chain, place) {
  const heading = make("h3", {}, chainName(run, chain), make("span", { className: "muted" }, chainSummary(run, chain)));
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", `${chainName(run, chain)}: ${chainSummary(run, chain)}. The list of events tells it in words.`);
  const names = make("div", { className: "names", ariaHidden: "true" });
  const canvas = make("div", { className: "canvas" }, svg, names);
  const section = make("section", { className: "chain" }, heading, canvas);
  place.append(section);
  return { chain, section, canvas, svg, names, seen: true, values: [] };
}

function resize(board) {
  const { run, view } = board;
  const full = board.printing ? SPACE.printed : document.getElementById("chains").clientWidth;
  const narrow = full < SPACE.narrow;
  const whole = isWhole(view);
  view.gutter = narrow ? 0 : SPACE.gutter;
  view.width = Math.max(50, full - view.gutter);
  if (whole) showWhole(view);
  document.documentElement.style.setProperty("--gutter", view.gutter + "px");
  for (const c of board.chains) {
    c.layout = layOut(run, c.chain, narrow);
    c.svg.setAttribute("height", c.layout.height);
    c.svg.setAttribute("viewBox", `0 0 ${view.width} ${c.layout.height}`);
    nameRows(c, narrow);
  }
  drawWholeOverview(board);
  draw(board);
}

/** The names of the stages, and beside each row a value that follows the event chosen. */
function nameRows(c, narrow) {
  c.names.replaceChildren();
  c.values = [];
  for (const row of c.layout.rows) {
    const value = make("span", { className: "value" });
    const label = make("div", { className: `name-of ${row.type}${row.height < 40 ? " low" : ""}` });
    if (row.type === "stage") label.append(make("span", { className: "stage-name", title: row.stage.name }, row.stage.name));
    label.append(value);
    label.style.top = row.y + "px";
    if (!narrow) label.style.height = row.height + "px";
    c.names.append(label);
    c.values.push({ row, value });
  }
}

function redraw(board) {
  if (board.scheduled) return;
  board.scheduled = true;
  requestAnimationFrame(() => {
    board.scheduled = false;
    draw(board);
  });
}

function draw(board) {
  const { view } = board;
  const jumps = visibleJumps(view);
  for (const c of board.chains) {
    if (c.seen || board.printing) drawOne(board, c, jumps);
  }
  document.getElementById("axis").innerHTML = drawAxis(view);
  document.getElementById("unit").textContent = view.axis === "time"
    ? (view.aligned ? "time since its beginning" : "time")
    : (view.aligned ? "event of the chain" : "event\ntime");
  const shown = windowOnOverview(view);
  const frame = document.getElementById("window");
  frame.style.left = shown.left * 100 + "%";
  frame.style.width = shown.width * 100 + "%";
  frame.classList.toggle("whole", isWhole(view));
  document.getElementById("whole").disabled = isWhole(view);
  drawCursors(board);
}

const HATCH = '<defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
  + '<path class="hatch-line" d="M0 0V7"/></pattern></defs>';

function drawOne(board, c, jumps) {
  const lines = jumps.map((jump) => `M${px(jump.x)} 0V${c.layout.height}`).join("");
  c.svg.innerHTML = drawChain(board.view, c.chain, c.layout, `<path class="jump-line" d="${lines}"/>`) + ring(board, c);
  for (const { row, value } of c.values) value.replaceChildren(...valueOf(board, row));
}

/** A ring around the event chosen, where its mark is. */
function ring(board, c) {
  const e = board.current;
  if (e < 0 || board.run.stages[board.run.stageOf[e]].chain !== c.chain.index) return "";
  const [top, bottom] = spanOf(board.run.stages[board.run.stageOf[e]], board.run.events[e][3]);
  const x = px(xOf(board.view, e) - 6.5);
  return `<rect class="ring" x="${x}" y="${top - 3}" width="13" height="${bottom - top + 6}" rx="6.5"/>`;
}

/** How many events of a stage had happened at the event chosen; of chains that are lined up, those up to there. */
function eventsUntil(board, stage) {
  const { view, current } = board;
  if (current < 0) return 0;
  return view.aligned
    ? countUntil(view, stage.all, view.position[current])
    : below(stage.all, current + 1);
}

/** What stands beside a row: the state when the event chosen had happened, or the most there was. */
function valueOf(board, row) {
  const { run, current } = board;
  const { stage } = row;
  const state = stateAt(run, stage, eventsUntil(board, stage));
  if (row.type === "above") return ["from its source"];
  if (row.type === "below") {
    const most = stage.unbounded >= 0 || stage.start.outstanding === Infinity ? Infinity : stage.mostOutstanding;
    return current < 0
      ? ["demand ≤ ", make("b", {}, number(most))]
      : ["demand ", make("b", {}, number(Math.max(0, state.outstanding)))];
  }
  if (!hasDepth(stage)) return [];
  const capacity = stage.mostCapacity === Infinity ? "" : " of " + number(stage.mostCapacity);
  return current < 0
    ? ["waiting ≤ ", make("b", {}, number(stage.mostWaiting)), capacity]
    : ["waiting ", make("b", {}, number(state.waiting)), capacity];
}

function drawCursors(board) {
  const { view, current, hovered, playhead } = board;
  const put = (element, x) => {
    element.hidden = x === null || x < 0 || x > view.width;
    if (!element.hidden) element.style.left = x + view.gutter + "px";
  };
  const currentX = current < 0 ? null : xOf(view, current);
  put(board.cursor, playhead === null ? currentX : (playhead - view.from) * scale(view));
  put(board.hover, hovered < 0 || hovered === current ? null : xOf(view, hovered));
  put(board.veil, playhead === null ? null : Math.max(0, (playhead - view.from) * scale(view)));
}

function drawWholeOverview(board) {
  const svg = document.querySelector("#overview svg");
  const { width } = board.view;
  svg.setAttribute("viewBox", `0 0 ${width} 26`);
  svg.setAttribute("preserveAspectRatio", "none");
  svg.innerHTML = drawOverview(board.view, width, 26);
}
