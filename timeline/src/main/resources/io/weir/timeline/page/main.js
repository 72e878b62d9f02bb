// Wires it all up: the run, the board, buttons and keys.

function begin() {
  const run = readRun(JSON.parse(document.getElementById("run").textContent));
  const view = newView(run);
  setAxis(view, isBursty(run) ? "order" : "time", ranOneAfterTheOther(run));
  writeTexts(run);
  const board = newBoard(run, view);
  choose(board, -1);
  listenToPointer(board);
  listenToOverview(board);
  listenToButtons(board);
  listenToKeys(board);
  listenToList(board);
  listenToPrinter(board);
  document.documentElement.dataset.ready = "true";
}

function writeTexts(run) {
  document.title = run.title;
  document.getElementById("title").textContent = run.title;
  document.getElementById("summary").textContent = summary(run);
  shortenKey(run);
  document.getElementById("legend").replaceChildren(threadLegend(run));
  document.getElementById("totals-place").append(totalsTable(run));
  document.getElementById("notes").append(...notes(run).map((line) => make("p", {}, line)));
  document.getElementById("stage").insertAdjacentHTML("afterbegin", `<svg width="0" height="0" class="unseen" aria-hidden="true">${HATCH}</svg>`);
}

/** What buttons and keys do. */
function actions(board) {
  const { view } = board;
  const changed = (change) => () => {
    change();
    showAxis(board);
    redraw(board);
  };
  const axis = (name, aligned) => changed(() => changeAxis(board, name, aligned));
  return {
    previous: () => step(board, -1),
    next: () => step(board, 1),
    previousOfStage: () => step(board, -1, true),
    nextOfStage: () => step(board, 1, true),
    first: () => go(board, 0),
    last: () => go(board, board.run.count - 1),
    play: () => (isPlaying(board) ? pause(board) : play(board)),
    in: changed(() => zoom(view, 0.6, focusX(board))),
    out: changed(() => zoom(view, 1 / 0.6, focusX(board))),
    whole: changed(() => showWhole(view)),
    left: changed(() => pan(view, -view.width * 0.25)),
    right: changed(() => pan(view, view.width * 0.25)),
    order: () => axis("order", view.aligned)(),
    time: () => axis("time", view.aligned)(),
    otherAxis: () => axis(view.axis === "time" ? "order" : "time", view.aligned)(),
    aligned: () => axis(view.axis, !view.aligned)(),
    theme: toggleTheme,
    help: toggleHelp,
    forget: () => forget(board),
  };
}

/** Zooming by keys keeps the event chosen where it is, if it is in sight. */
function focusX(board) {
  const { view, current } = board;
  const x = current < 0 ? -1 : xOf(view, current);
  return x < 0 || x > view.width ? view.width / 2 : x;
}

function changeAxis(board, axis, aligned) {
  pause(board);
  board.playhead = null;
  setAxis(board.view, axis, aligned);
  drawWholeOverview(board);
}

function showAxis(board) {
  const { view } = board;
  const press = (id, on) => document.getElementById(id).setAttribute("aria-pressed", String(on));
  press("order", view.axis === "order");
  press("time", view.axis === "time");
  press("aligned", view.aligned);
  document.getElementById("aligned").hidden = board.run.chains.length < 2;
}

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function toggleTheme() {
  document.documentElement.dataset.theme = isDark() ? "light" : "dark";
  nameTheme();
}

function nameTheme() {
  document.getElementById("theme").textContent = isDark() ? "light" : "dark";
}

function toggleHelp() {
  const keys = document.getElementById("keys");
  keys.hidden = !keys.hidden;
  document.getElementById("help").setAttribute("aria-expanded", String(!keys.hidden));
}

const BUTTONS = ["previous", "play", "next", "out", "in", "whole", "order", "time", "aligned", "theme", "help"];

function listenToButtons(board) {
  board.actions = actions(board);
  for (const id of BUTTONS) document.getElementById(id).addEventListener("click", board.actions[id]);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", nameTheme);
  nameTheme();
  showAxis(board);
}

const KEYS = {
  "ArrowLeft": "previous", "ArrowRight": "next", "Shift ArrowLeft": "previousOfStage", "Shift ArrowRight": "nextOfStage",
  "Home": "first", "End": "last", " ": "play", "+": "in", "=": "in", "-": "out", "0": "whole", ",": "left", ".": "right",
  "t": "otherAxis", "l": "aligned", "d": "theme", "?": "help", "Escape": "forget",
};

function listenToKeys(board) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("select, input, .scroll")) return;
    if (event.key === " " && event.target.matches("button, summary")) return;
    const arrow = event.shiftKey && event.key.startsWith("Arrow");
    const action = KEYS[(arrow ? "Shift " : "") + event.key];
    if (!action) return;
    event.preventDefault();
    hideTip(board);
    board.actions[action]();
  });
}

/** The list of events, a page at a time, beginning near the event chosen or the left edge of the window. */
function listenToList(board) {
  const list = document.getElementById("list");
  const { run, view } = board;
  let first = 0;
  list.querySelector("thead tr").append(...LIST_COLUMNS.map((name) => make("th", { scope: "col" }, name)));
  const pageOf = (e) => e - (e % PAGE);
  const show = (from) => {
    first = Math.max(0, Math.min(from, pageOf(run.count - 1)));
    document.getElementById("rows").replaceChildren(...eventRows(run, first, board.current, (e) => go(board, e)));
    document.getElementById("list-where").textContent =
      `${number(Math.min(run.count, first + 1))} to ${number(Math.min(run.count, first + PAGE))} of ${plural(run.count, "event")}`;
  };
  const follow = () => {
    if (!list.open) return;
    show(pageOf(board.current < 0 ? firstShown(view) ?? 0 : board.current));
  };
  list.addEventListener("toggle", follow);
  document.addEventListener("chosen", () => {
    if (!isPlaying(board)) follow();
  });
  document.getElementById("list-back").addEventListener("click", () => show(first - PAGE));
  document.getElementById("list-on").addEventListener("click", () => show(first + PAGE));
}

/** Paper has a width of its own. */
function listenToPrinter(board) {
  const print = (printing) => () => {
    board.printing = printing;
    resize(board);
  };
  addEventListener("beforeprint", print(true));
  addEventListener("afterprint", print(false));
}

begin();
