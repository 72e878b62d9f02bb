// The axis above the chains, and the overview of the whole run with the window on it.

const TICK_ROOM = 92; // pixels from one number on the axis to the next, at least

/** 1, 2 or 5 times a power of ten: the smallest that leaves room. */
function niceStep(least) {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * [1, 2, 5, 10].find((m) => m * power >= least * 0.999);
}

function drawAxis(view) {
  return view.axis === "time" ? timeTicks(view) : orderTicks(view);
}

function timeTicks(view) {
  const step = niceStep(TICK_ROOM / scale(view));
  const last = Math.floor(Math.min(view.to, view.span * 1.0001) / step);
  let drawn = "";
  for (let n = Math.max(0, Math.ceil(view.from / step)); n <= last; n++) {
    const t = n * step;
    drawn += tick((t - view.from) * scale(view), tickTime(Math.round(t * 1e3) / 1e3, step));
  }
  return drawn;
}

/** Events are counted from the first ever recorded, also when that is forgotten. */
function orderTicks(view) {
  const { run } = view;
  const step = Math.max(1, niceStep(TICK_ROOM / scale(view)));
  const offset = view.aligned ? 0 : run.forgotten;
  const jumps = view.aligned ? [] : visibleJumps(view);
  const first = Math.max(0, Math.ceil((view.from + offset) / step) * step);
  let drawn = "";
  for (let n = first; n - offset <= view.span; n += step) {
    const shown = Math.max(1, n); // there is no event 0
    const x = (shown - offset - 0.5 - view.from) * scale(view);
    if (x > view.width) break;
    if (x < 0) continue;
    drawn += tick(x, number(shown));
    if (jumps.length === 0 && !view.aligned) drawn += timeBelow(x, run.time[shown - offset - 1], "");
  }
  return drawn + timesOf(view, jumps);
}

function tick(x, words) {
  return `<path class="tick" d="M${px(x)} 0v5"/><text class="tick-word" x="${px(x)}" y="16">${words}</text>`;
}

/** On the axis of events: at what time the clock had moved on. */
function timesOf(view, jumps) {
  let drawn = "";
  let free = -Infinity;
  for (const jump of jumps) {
    const words = duration(view.run.time[jump.e]);
    if (jump.x < free) continue;
    drawn += `<path class="jump" d="M${px(jump.x)} 20v16"/>` + timeBelow(jump.x + 4, view.run.time[jump.e], "time");
    free = jump.x + widthOf(words) + 14;
  }
  return drawn;
}

function timeBelow(x, nanos, css) {
  return `<text class="tick-word ${css}" x="${px(x)}" y="33">${duration(nanos)}</text>`;
}

/** The events before which nothing happened for a while: much longer than usual. At most some hundred in a run. */
function findJumps(run) {
  const total = run.count === 0 ? 0 : run.time[run.count - 1] - run.time[0];
  const gaps = Float64Array.from({ length: Math.max(0, run.count - 1) }, (_, i) => run.time[i + 1] - run.time[i]);
  const usual = gaps.length === 0 ? 0 : gaps.slice().sort()[gaps.length >> 1];
  const least = Math.max(total / 100, usual * 4);
  const jumps = [];
  gaps.forEach((gap, i) => {
    if (gap > 0 && gap >= least) jumps.push(i + 1);
  });
  return jumps;
}

function visibleJumps(view) {
  if (view.axis === "time" || view.aligned) return [];
  view.jumps ??= findJumps(view.run);
  return view.jumps
    .map((e) => ({ e, x: (e - view.from) * scale(view) }))
    .filter((jump, i, all) => jump.x >= 0 && jump.x <= view.width && (i === 0 || jump.x - all[i - 1].x >= JOIN * 2));
}

/** How many events there are in each column of the whole run; drops stand out. */
function drawOverview(view, width, height) {
  const { run } = view;
  const columns = Math.max(1, Math.min(Math.floor(width / 2), Math.max(80, Math.ceil(run.count / 4))));
  const wide = width / columns;
  const all = new Int32Array(columns);
  const lost = new Int32Array(columns);
  for (let e = 0; e < run.count; e++) {
    const column = Math.min(columns - 1, Math.floor(((view.position[e] + leftMargin(view)) / wholeLength(view)) * columns));
    all[column]++;
    if (run.events[e][3] === "dropped") lost[column]++;
  }
  const most = all.reduce((a, b) => Math.max(a, b), 1);
  const bars = (counts) => counts.reduce((d, n, i) =>
    n === 0 ? d : d + `M${px((i + 0.5) * wide)} ${height}v${-px(Math.max(1, (n / most) * (height - 4)))}`, "");
  const thick = px(wide < 4 ? wide + 0.4 : wide - 0.6);
  return `<path class="density" stroke-width="${thick}" d="${bars(all)}"/>`
    + `<path class="density lost" stroke-width="${thick}" d="${bars(lost)}"/>`;
}

/** Where the window stands on the overview, as parts of its width. */
function windowOnOverview(view) {
  const left = Math.max(0, (view.from + leftMargin(view)) / wholeLength(view));
  return { left, width: Math.min(1 - left, (view.to - view.from) / wholeLength(view)) };
}
