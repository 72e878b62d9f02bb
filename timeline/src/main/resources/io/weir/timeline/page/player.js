// The event chosen: stepping from one to the next, and playing.

const EVENTS_A_SECOND = 5; // at least, on the axis of events
const SECONDS_A_WINDOW = 20; // that the playhead takes through the window

function choose(board, e, { announce = true, keepPlayhead = false } = {}) {
  board.current = e;
  if (!keepPlayhead) board.playhead = board.playhead === null || e < 0 ? null : board.view.position[e];
  document.getElementById("now-card").replaceChildren(e < 0 ? hint() : eventCard(board.run, e));
  if (announce) document.getElementById("now-words").textContent = e < 0 ? "" : sentence(board.run, e);
  document.dispatchEvent(new CustomEvent("chosen"));
  redraw(board);
}

function hint() {
  return make("p", { className: "muted" }, "No event chosen. Step with ← and →, point at a mark, or press play.");
}

/** Steps to the event that happened next or before, of all or only of the stage of the current one. */
function step(board, by, sameStage = false) {
  const { run, view, current } = board;
  pause(board);
  let e = current < 0 ? (by > 0 ? firstShown(view) : run.count - 1) : current + by;
  if (sameStage && current >= 0) {
    const { all } = run.stages[run.stageOf[current]];
    e = all[below(all, current) + by] ?? current;
  }
  go(board, Math.max(0, Math.min(run.count - 1, e)));
}

/** The first event in the window; in the order in which they happened, as for all steps. */
function firstShown(view) {
  return view.sequence[Math.min(view.run.count - 1, firstFrom(view, view.sequence, view.from))];
}

/** Chooses an event and brings it into sight, if there are any. */
function go(board, e) {
  if (board.run.count === 0) return;
  reveal(board.view, e);
  choose(board, e);
  const stage = board.run.stages[board.run.stageOf[e]];
  const { section } = board.chains[stage.chain];
  const box = section.getBoundingClientRect();
  if (box.bottom < 150 || box.top > innerHeight - 100) section.scrollIntoView({ block: "center" });
}

function isPlaying(board) {
  return board.frame !== undefined;
}

function play(board) {
  const { run, view } = board;
  if (run.count === 0) return;
  const first = view.position[view.sequence[0]];
  const last = view.position[view.sequence[run.count - 1]];
  const start = board.current < 0 ? Math.max(first, view.from) : view.position[board.current];
  board.playhead = start >= last ? first : start;
  let before = performance.now();
  const frame = (now) => {
    advance(board, Math.min(100, now - before) / 1000);
    before = now;
    board.frame = board.playhead >= last ? undefined : requestAnimationFrame(frame);
    if (!isPlaying(board)) pause(board);
  };
  board.frame = requestAnimationFrame(frame);
  showPlaying(board);
}

function advance(board, seconds) {
  const { view } = board;
  const window = view.to - view.from;
  const speed = Number(document.getElementById("speed").value);
  const rate = view.axis === "order" ? Math.max(EVENTS_A_SECOND, window / SECONDS_A_WINDOW) : window / SECONDS_A_WINDOW;
  const last = view.position[view.sequence[board.run.count - 1]];
  board.playhead = Math.min(last, board.playhead + rate * speed * seconds);
  const rank = countUntil(view, view.sequence, board.playhead) - 1;
  const x = (board.playhead - view.from) * scale(view);
  if (reducedMotion()) {
    if (x < 0 || x > view.width * 0.95) pan(view, x - view.width * 0.1);
  } else if (x < 0 || x > view.width * 0.8) {
    pan(view, x - view.width * (x < 0 ? 0.1 : 0.8));
  }
  const e = rank < 0 ? -1 : view.sequence[rank];
  if (e === board.current) redraw(board);
  else choose(board, e, { announce: false, keepPlayhead: true });
}

function reducedMotion() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

function pause(board) {
  if (board.frame !== undefined) cancelAnimationFrame(board.frame);
  board.frame = undefined;
  if (board.playhead !== null && board.current >= 0) choose(board, board.current);
  showPlaying(board);
}

function showPlaying(board) {
  const button = document.getElementById("play");
  button.classList.toggle("playing", isPlaying(board));
  button.setAttribute("aria-label", isPlaying(board) ? "pause" : "play");
}

/** Nothing chosen, and nothing veiled. */
function forget(board) {
  pause(board);
  choose(board, -1);
}
