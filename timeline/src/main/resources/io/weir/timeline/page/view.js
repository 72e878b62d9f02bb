// The part of the run that is shown: where each event stands on the axis, and the window on it.

function newView(run) {
  const view = {
    run,
    axis: "order",
    aligned: false,
    position: new Float64Array(run.count), // where an event stands, in events or in nanoseconds
    sequence: new Int32Array(run.count), // the events from left to right
    span: 1,
    from: 0,
    to: 1,
    gutter: 0,
    width: 800, // of the plot, without the gutter
  };
  return view;
}

/** Chains that ran one after the other are lined up at their beginnings, else they could not be compared. */
function ranOneAfterTheOther(run) {
  const used = run.chains.filter((chain) => chain.events.length > 0);
  return used.length > 1
    && used.every((chain, i) => i === 0 || chain.events[0] > used[i - 1].events.at(-1));
}

/** True when most marks would fall on their neighbours if the axis were time. */
function isBursty(run) {
  const width = 1000;
  const total = run.time[run.count - 1] || 1;
  let apart = 0;
  for (let e = 1; e < run.count; e++) {
    if (((run.time[e] - run.time[e - 1]) / total) * width >= 3) apart++;
  }
  return apart < run.count * 0.8;
}

function setAxis(view, axis, aligned) {
  const { run } = view;
  view.axis = axis;
  view.aligned = aligned;
  for (const chain of run.chains) {
    const start = aligned && chain.events.length > 0 ? run.time[chain.events[0]] : 0;
    chain.events.forEach((e, i) => {
      view.position[e] = axis === "time" ? run.time[e] - start : (aligned ? i : e) + 0.5;
    });
  }
  view.sequence.forEach((_, i) => (view.sequence[i] = i));
  if (aligned) view.sequence.sort((a, b) => view.position[a] - view.position[b] || a - b);
  const last = run.count === 0 ? 0 : view.position[view.sequence[run.count - 1]];
  view.span = Math.max(1, axis === "time" ? last : last + 0.5);
  showBeginning(view);
}

const BESIDE = { left: 10, right: 66 }; // pixels beside the whole run; on the right for the word at an end

function wholeLength(view) {
  return (view.span * view.width) / Math.max(view.width / 2, view.width - BESIDE.left - BESIDE.right);
}

function leftMargin(view) {
  return (wholeLength(view) * BESIDE.left) / view.width;
}

function showWhole(view) {
  view.from = -leftMargin(view);
  view.to = view.from + wholeLength(view);
}

/** Lined up, one long chain must not squeeze all others: then only as much is shown as three of four of them have. */
function showBeginning(view) {
  showWhole(view);
  if (!view.aligned) return;
  const lengths = view.run.chains.map((chain) => lengthOf(view, chain)).sort((a, b) => a - b);
  const usual = lengths[Math.floor(lengths.length * 0.75)];
  if (!usual || usual * 3 > view.span) return;
  const length = (wholeLength(view) * usual * 1.1) / view.span;
  view.from = (-length * BESIDE.left) / view.width;
  view.to = view.from + length;
}

function lengthOf(view, chain) {
  return chain.events.length === 0 ? 0 : view.position[chain.events.at(-1)];
}

function isWhole(view) {
  return view.to - view.from >= wholeLength(view) * 0.999;
}

function scale(view) {
  return view.width / (view.to - view.from);
}

/** Where an event is drawn, in pixels from the left edge of the plot. */
function xOf(view, e) {
  return (view.position[e] - view.from) * scale(view);
}

function atX(view, x) {
  return view.from + x / scale(view);
}

/** In a run of days or years it is larger, so that at its end numbers still tell the pixels apart. */
function smallestWindow(view) {
  return Math.max(Math.min(view.span, view.axis === "order" ? 6 : 100), view.span * 2 ** -40);
}

function zoom(view, factor, x = view.width / 2) {
  const middle = atX(view, x);
  const length = Math.min(wholeLength(view), Math.max(smallestWindow(view), (view.to - view.from) * factor));
  view.from = middle - (x / view.width) * length;
  view.to = view.from + length;
  pan(view, 0);
}

/** Moves the window by so many pixels, to the right when positive, but not past the ends. */
function pan(view, pixels) {
  const length = view.to - view.from;
  const wish = view.from + pixels / scale(view);
  view.from = Math.max(-leftMargin(view), Math.min(wish, wholeLength(view) - leftMargin(view) - length));
  view.to = view.from + length;
}

function centre(view, position) {
  pan(view, (position - view.from) * scale(view) - view.width / 2);
}

/** Brings an event into the window if it is not well inside. */
function reveal(view, e, place = 0.35) {
  const x = xOf(view, e);
  if (x < view.width * 0.04 || x > view.width * 0.96) pan(view, x - view.width * place);
}

/** The places in a list of events, from and to, that are inside the window, with one more on each side. */
function visible(view, list) {
  const from = firstFrom(view, list, view.from);
  const to = firstFrom(view, list, view.to);
  return [Math.max(0, from - 1), Math.min(list.length, to + 1)];
}

/** The place of the first event in the list that stands at the position or after it. */
function firstFrom(view, list, position, low = 0) {
  return firstNot(list, (e) => view.position[e] < position, low);
}

/** How many events of the list stand at the position or before it. */
function countUntil(view, list, position) {
  return firstNot(list, (e) => view.position[e] <= position);
}

/** The event of a list that is drawn nearest to x; -1 when the list is empty. */
function nearest(view, list, x) {
  const after = firstFrom(view, list, atX(view, x));
  const candidates = [list[after - 1], list[after]].filter((e) => e !== undefined);
  if (candidates.length === 0) return -1;
  return candidates.reduce((a, b) => (Math.abs(xOf(view, b) - x) < Math.abs(xOf(view, a) - x) ? b : a));
}
