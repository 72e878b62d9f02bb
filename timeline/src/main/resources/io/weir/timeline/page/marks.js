// Marks as SVG. The cost is bounded by the pixels, not by the events: whatever falls on the same pixels is one mark.

const JOIN = 3; // events of one kind, in one row, that are nearer than so many pixels are one mark

/**
 * The marks of a list of events: where, the first event, how many, and the room up to the next. It leaps from mark to mark, so
 * that a million events cost no more than a thousand.
 */
function marksOf(view, list) {
  const [from, to] = visible(view, list);
  const marks = [];
  let k = from;
  while (k < to) {
    const x = xOf(view, list[k]);
    const next = Math.min(to, firstFrom(view, list, atX(view, x + JOIN), k + 1));
    marks.push({ x, e: list[k], count: Math.max(1, next - k), room: Infinity });
    if (marks.length > 1) marks.at(-2).room = x - marks.at(-2).x;
    k = Math.max(next, k + 1);
  }
  return marks;
}

/** True when there are so many that arrows would be a wall: then bars say how many there are in each few pixels. */
function isDense(marks) {
  return marks.length > 60 && marks.filter((mark) => mark.count > 1).length > marks.length / 2;
}

/** Bars from one height towards another, in proportion to the number of events; neighbours touch. */
function bars(marks, from, to) {
  const most = marks.reduce((n, mark) => Math.max(n, mark.count), 1);
  return (x, half, mark) => {
    const width = px(Math.min(mark.room, JOIN * 2) + 0.4);
    return `M${px(x)} ${from}h${width}v${px(((to - from) * mark.count) / most)}h${-width}Z`;
  };
}

/** One path for each colour, single marks and joined ones apart. `shape` draws a mark of that half width. */
function paths(run, kind, marks, shape, widest = 4) {
  const groups = new Map();
  const dense = isDense(marks);
  let before = Infinity;
  for (const mark of marks) {
    const half = Math.max(1, Math.min(widest, Math.min(before, mark.room) * 0.45));
    const colour = run.threads[run.threadOf[mark.e]].colour;
    const key = `m ${kind} t${colour}${dense ? " bars" : mark.count > 1 ? " joined" : ""}`;
    const group = groups.get(key) ?? { d: [], events: 0 };
    group.d.push(shape(mark.x, half, mark));
    group.events += mark.count;
    groups.set(key, group);
    before = mark.room;
  }
  return [...groups].map(([key, group]) =>
    `<path class="${key}" data-kind="${kind}" data-marks="${group.d.length}" data-events="${group.events}" d="${group.d.join("")}"/>`,
  ).join("");
}

function px(value) {
  return Math.round(value * 10) / 10;
}

/** A request: rises, with an open head. */
function arrowUp(top, bottom) {
  return (x, half) =>
    `M${px(x)} ${bottom}V${top}M${px(x - half)} ${px(top + half * 1.5)}L${px(x)} ${top}L${px(x + half)} ${px(top + half * 1.5)}`;
}

/** An item: falls, with a full head. */
function arrowDown(top, bottom) {
  return (x, half) =>
    `M${px(x)} ${top}V${bottom}M${px(x - half)} ${px(bottom - half * 1.8)}L${px(x)} ${bottom}L${px(x + half)} ${px(bottom - half * 1.8)}Z`;
}

function cross(middle) {
  return (x, half) => {
    const r = Math.max(2, half);
    return `M${px(x - r)} ${px(middle - r)}l${2 * r} ${2 * r}M${px(x - r)} ${px(middle + r)}l${2 * r} ${-2 * r}`;
  };
}

function diamond(middle) {
  return (x, half) => `M${px(x)} ${px(middle - half)}l${half} ${half}l${-half} ${half}l${-half} ${-half}Z`;
}

function dot(middle) {
  return (x, half) => {
    const r = Math.max(1.5, half);
    return `M${px(x - r)} ${middle}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  };
}

/** The end from above: a bar with a foot where the subscriber is. */
function endBar(top, bottom) {
  return (x) => `M${px(x)} ${top}V${bottom}M${px(x - 6)} ${bottom}h12`;
}

/** A cancellation: a bar that rises, with a roof where the stage is. */
function cancelBar(top, bottom) {
  return (x) => `M${px(x)} ${bottom}V${top}M${px(x - 6)} ${top}h12`;
}

/** Marks of several kinds from left to right; but not bars, which leave the other half of the band free. */
function together(...lists) {
  return lists.filter((marks) => !isDense(marks)).flat().sort((a, b) => a.x - b.x);
}

/** How far it is from each mark to the next one, of these or of others that cross the same height. */
function roomBeside(marks, others) {
  let o = 0;
  return marks.map((mark) => {
    while (o < others.length && others[o].x <= mark.x) o++;
    return Math.min(mark.room, o < others.length ? others[o].x - mark.x : Infinity);
  });
}

/** Words beside marks, wherever there is room for them. */
function labels(view, marks, y, texts, css, { others = [], gap = 5 } = {}) {
  if (isDense(marks)) return "";
  const rooms = roomBeside(marks, others);
  return marks.map((mark, i) => {
    const candidates = mark.count > 1 ? ["×" + number(mark.count)] : texts(mark.e);
    const words = fitting(candidates, Math.min(rooms[i], view.width - mark.x) - gap - (gap > 5 ? 6 : 3));
    return words ? `<text class="${css}" x="${px(mark.x + gap)}" y="${y}">${escaped(words)}</text>` : "";
  }).join("");
}

const LABEL_FONT = "11px system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif";
const MOST_LABEL = 190; // pixels
const measuring = document.createElement("canvas").getContext("2d");
const widths = new Map();

/** How wide a label is, in pixels. */
function widthOf(text) {
  if (!widths.has(text)) {
    if (widths.size > 20000) widths.clear();
    measuring.font = LABEL_FONT;
    widths.set(text, measuring.measureText(text).width);
  }
  return widths.get(text);
}

/** The first text that fits, or else the beginning of the last one if enough of it fits to mean something. */
function fitting(texts, room) {
  const space = Math.min(room, MOST_LABEL);
  const whole = texts.find((text) => widthOf(text) <= space);
  if (whole !== undefined) return whole;
  const last = texts.at(-1);
  const letters = Math.floor((space / widthOf(last)) * last.length) - 2;
  return letters < 9 ? "" : last.slice(0, letters) + "…";
}

function escaped(text) {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

const FLICKER = 1; // more changes than this within a pixel are not drawn one by one

/**
 * The values that a stage had after each of its events, by pixel: the last value of each, the lowest and the highest. Pixels in
 * which nothing changes are left out. Where there are more events than pixels, a few pixels count as one.
 */
function columnsOf(view, list, values, before) {
  const [from, to] = visible(view, list);
  const grid = to - from > view.width ? JOIN : 1;
  const columns = [];
  let last = from === 0 ? before : values[list[from - 1]];
  for (let k = from; k < to; ) {
    const column = { pixel: Math.round(xOf(view, list[k]) / grid) * grid, low: Infinity, high: -Infinity, last, changes: 0 };
    const end = Math.max(k + 1, Math.min(to, firstFrom(view, list, atX(view, column.pixel + grid / 2), k)));
    for (; k < end; k++) {
      const now = values[list[k]];
      if (now === last) continue;
      column.changes++;
      if (now < column.low) column.low = now;
      if (now > column.high) column.high = now;
      last = now;
    }
    column.last = last;
    if (column.changes > 0) columns.push(column);
  }
  return columns;
}

/** A step line through columns. Where a value flickers within one pixel it keeps to the highest value, or to the lowest. */
function stepLine(columns, start, left, right, y, highest) {
  let now = y(start);
  let d = `M${left} ${now}`;
  columns.forEach((column, i) => {
    const last = y(column.last);
    if (column.changes > FLICKER) {
      const edge = y(highest ? column.high : column.low);
      if (edge !== now) d += `H${column.pixel}V${edge}`;
      const next = i + 1 < columns.length ? columns[i + 1].pixel : Infinity;
      now = edge;
      if (next <= column.pixel + JOIN || last === edge) return;
      d += `H${column.pixel + 1}V${last}`;
    } else {
      d += `H${column.pixel}V${y(column.low)}V${y(column.high)}V${last}`;
    }
    now = last;
  });
  return `${d}H${right}`;
}

/** A level over time as two areas, one up to the lowest and one up to the highest value, and a line along the highest. */
function level(view, stage, values, start, y, bottom, css, data = "") {
  const [from] = visible(view, stage.all);
  const first = from === 0 ? start : values[stage.all[from - 1]];
  const begins = from === 0 && stage.of[KIND.subscribed].length > 0;
  const left = begins ? Math.max(-2, Math.round(xOf(view, stage.all[0]))) : -2;
  const right = Math.max(left, endX(view, stage));
  const columns = columnsOf(view, stage.all, values, start);
  const high = stepLine(columns, first, left, right, y, true);
  const low = stepLine(columns, first, left, right, y, false);
  return `<path class="${css}" d="${high}V${bottom}H${left}Z"/><path class="${css}" d="${low}V${bottom}H${left}Z"/>`
    + `<path class="${css}-edge" ${data} d="${high}"/>`;
}

/** Where a stage has ended, or else a little to the right of the window. */
function endX(view, stage) {
  if (endedBefore(stage)) return -2;
  return stage.end < 0 ? view.width + 2 : Math.min(view.width + 2, Math.round(xOf(view, stage.end)));
}

/** From when on the demand of a stage has been unbounded, in pixels; null if it never was. */
function unboundedFrom(view, stage) {
  if (stage.start.outstanding === Infinity) return -2;
  return stage.unbounded < 0 ? null : Math.max(-2, xOf(view, stage.unbounded));
}

/** While its producer was held back, until that has ended: stretches of pixels; those that touch are one. */
function heldBack(view, stage, producer) {
  const paused = stage.of[KIND.paused];
  const resumed = stage.of[KIND.resumed];
  const found = [];
  const last = producer ? endX(view, producer) : Infinity;
  const add = (from, to) => {
    if (from > last) return;
    const end = Math.max(Math.min(to, last), from + 1);
    const before = found.at(-1);
    if (end < 0 || from > view.width) return;
    if (before && from - before.to < 1) before.to = end;
    else found.push({ from: Math.max(-2, from), to: Math.min(end, view.width + 2) });
  };
  let r = 0;
  if (stage.start.paused) add(-2, r < resumed.length ? xOf(view, resumed[r++]) : endX(view, stage));
  for (const e of paused) {
    while (r < resumed.length && resumed[r] < e) r++;
    add(xOf(view, e), r < resumed.length ? xOf(view, resumed[r]) : endX(view, stage));
  }
  return found;
}
