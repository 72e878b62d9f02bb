// A chain: a band for each boundary and a strip for each stage, from the source at the top to the subscriber at the bottom.

const HEIGHT = { above: 34, band: 78, amounts: 13, stage: 24, depth: 40, lane: 18, title: 21 };

/** The rows of a chain from top to bottom; each stage knows its strip and the bands above and below it. */
function layOut(run, chain, narrow) {
  const rows = [];
  let y = 0;
  const add = (row, height) => {
    rows.push({ ...row, y, height });
    y += height;
    return rows.at(-1);
  };
  if (chain.events.length === 0) return { rows, height: 0 };
  let band = add({ type: "above", stage: run.stages[chain.stages[0]] }, HEIGHT.above);
  for (const s of chain.stages) {
    const stage = run.stages[s];
    const strip = add({ type: "stage", stage, ...stripParts(stage, narrow) }, stripHeight(stage, narrow));
    const below = add({ type: "below", stage }, HEIGHT.band);
    stage.rows = { above: band, strip, below };
    band = below;
  }
  return { rows, height: y };
}

function hasDepth(stage) {
  return stage.mostCapacity > 0 || stage.mostWaiting > 0;
}

function hasLane(stage) {
  return sumOf(stage.totals.dropped) > 0 || stage.of[KIND.dropped].length > 0 || stage.totals.expanded > 0;
}

function stripHeight(stage, narrow) {
  const inner = (hasDepth(stage) ? HEIGHT.depth : 0) + (hasLane(stage) ? HEIGHT.lane : 0);
  return (narrow ? HEIGHT.title : 0) + Math.max(narrow ? 8 : HEIGHT.stage, inner + 8);
}

/** Where, inside the strip, the depth of the queue and the drops are drawn. */
function stripParts(stage, narrow) {
  const top = (narrow ? HEIGHT.title : 0) + 5;
  const depthBottom = top + (hasDepth(stage) ? HEIGHT.depth : 0);
  return { depthTop: top + 5, depthBottom, lane: depthBottom + HEIGHT.lane / 2 };
}

/** From where to where, vertically, an event of this kind is drawn. */
function spanOf(stage, kind) {
  const { above, strip, below } = stage.rows;
  switch (kind) {
    case "received":
      return stage.place === 0 ? [above.y + 3, above.y + above.height - 1] : [strip.y + 1, strip.y + 6];
    case "expanded":
    case "dropped": return [strip.y + strip.lane - 5, strip.y + strip.lane + 5];
    case "waiting": return [strip.y + strip.depthTop, strip.y + strip.depthBottom];
    case "paused":
    case "resumed": return [above.y + 8, above.y + above.height - 8];
    default: return [below.y + 2, baseOf(below)];
  }
}

/** Where the demand stands on in a band; below it stand the amounts of the requests. */
function baseOf(row) {
  return row.y + row.height - (row.type === "below" ? HEIGHT.amounts : 0);
}

/** The drawing of what a chain shows in the window; `behind` is drawn under the marks. */
function drawChain(view, chain, layout, behind) {
  const strips = layout.rows.filter((row) => row.type === "stage").map((row) =>
    `<rect class="strip" x="-2" y="${row.y}" width="${view.width + 4}" height="${row.height}"/>`);
  const rows = layout.rows.map((row) => (row.type === "stage"
    ? drawStrip(view, row)
    : drawBand(view, row, row.type === "below" ? row.stage : null, stageBelow(view.run, chain, row))));
  return strips.join("") + behind + rows.join("");
}

function stageBelow(run, chain, row) {
  return row.type === "above" ? row.stage : run.stages[chain.stages[row.stage.place + 1]] ?? null;
}

/** A boundary: what the stage above it was asked for and sent, and when it was held back by the stage below. */
function drawBand(view, row, above, below) {
  const { run } = view;
  let drawn = below ? drawHeldBack(view, row, below, above) : "";
  if (above) drawn += drawDemand(view, row, above);
  if (below && below.place === 0) drawn += drawArrivals(view, below);
  if (above) {
    drawn += drawSignals(view, above) + drawEnds(run, view, above);
  }
  return drawn;
}

function drawHeldBack(view, row, stage, producer) {
  const parts = heldBack(view, stage, producer);
  if (parts.length === 0) return "";
  const events = countVisible(view, stage.of[KIND.paused]) + countVisible(view, stage.of[KIND.resumed]);
  const d = parts.map((p) => `M${px(p.from)} ${row.y}h${px(p.to - p.from)}V${baseOf(row)}H${px(p.from)}Z`).join("");
  const words = parts.filter((p) => p.to - p.from > 70 && row.type === "below").map((p) =>
    `<text class="word held" x="${px(Math.max(0, p.from) + 5)}" y="${(row.y + baseOf(row)) / 2 + 4}">held back</text>`).join("");
  return `<path class="heldback" data-kind="heldback" data-marks="${parts.length}" data-events="${events}" d="${d}"/>${words}`;
}

/** How many events of a list stand inside the window. */
function countVisible(view, list) {
  return firstFrom(view, list, view.to) - firstFrom(view, list, view.from);
}

/** The outstanding demand, which piles up from the subscriber's side; hatched all over when it has no bound. */
function drawDemand(view, row, stage) {
  const { run } = view;
  const bottom = baseOf(row);
  const most = Math.max(1, stage.mostOutstanding);
  const y = (value) => px(bottom - (Math.max(0, Math.min(value, most)) / most) * (bottom - row.y - 12));
  let drawn = level(view, stage, run.outstanding, stage.start.outstanding, (v) => (v === Infinity ? bottom : y(v)), bottom, "demand");
  const from = unboundedFrom(view, stage);
  const until = endX(view, stage);
  if (from !== null && from < view.width && until > Math.max(0, from)) {
    const left = px(Math.max(0, from));
    drawn += `<rect class="unbounded" x="${left}" y="${row.y}" width="${px(until - left)}" height="${bottom - row.y}"/>`
      + `<text class="infinity" x="${left + 6}" y="${(row.y + bottom) / 2 + 8}">∞</text>`;
  }
  return drawn;
}

function drawArrivals(view, stage) {
  const { run } = view;
  const [top, bottom] = spanOf(stage, "received");
  const marks = marksOf(view, stage.of[KIND.received]);
  return paths(run, "received", marks, isDense(marks) ? bars(marks, top, bottom) : arrowDown(top, bottom), 3.5)
    + labels(view, marks, top + 10, (e) => [itemText(run.events[e][4])], "word item");
}

/**
 * What crosses the boundary below a stage. The amounts of the requests have a line of their own, below the arrows; the name of an
 * item stands where there is room before the next mark of either direction.
 */
function drawSignals(view, stage) {
  const { run } = view;
  const [top, bottom] = spanOf(stage, "requested");
  const middle = (top + bottom) / 2;
  const asked = marksOf(view, stage.of[KIND.requested]);
  const sent = marksOf(view, stage.of[KIND.emitted]);
  const ends = ["completed", "failed", "cancelled"].map((kind) => marksOf(view, stage.of[KIND[kind]])).flat();
  const amountWords = (e) => [run.events[e][4] === "unbounded" ? "∞" : number(run.events[e][4])];
  return paths(run, "subscribed", marksOf(view, stage.of[KIND.subscribed]), dot(bottom - 3), 2.5)
    + paths(run, "requested", asked, isDense(asked) ? bars(asked, bottom, middle + 2) : arrowUp(top, bottom))
    + paths(run, "emitted", sent, isDense(sent) ? bars(sent, top, middle - 2) : arrowDown(top, bottom))
    + labels(view, asked, bottom + HEIGHT.amounts - 3, amountWords, "word request", { gap: -3 })
    + labels(view, sent, top + 10, (e) => [itemText(run.events[e][4])], "word item", { others: together(asked, ends) });
}

function drawEnds(run, view, stage) {
  const [top, bottom] = spanOf(stage, "completed");
  const end = (kind, word, shape) => {
    const marks = marksOf(view, stage.of[KIND[kind]]);
    const words = marks.map((mark) =>
      `<text class="word end ${kind}" x="${px(mark.x + 9)}" y="${(top + bottom) / 2 + 4}">${word}</text>`);
    return paths(run, kind, marks, shape, 6) + words.join("");
  };
  return end("completed", "complete", endBar(top, bottom))
    + end("failed", "error", endBar(top, bottom))
    + end("cancelled", "cancel", cancelBar(top, bottom));
}

/** A stage: how many items wait in it against how many may, and what it drops. */
function drawStrip(view, row) {
  const { run } = view;
  const { stage } = row;
  let drawn = "";
  if (hasDepth(stage)) drawn += drawDepth(view, row, stage);
  if (stage.place > 0) {
    const [top, bottom] = spanOf(stage, "received");
    drawn += paths(run, "received", marksOf(view, stage.of[KIND.received]), arrowDown(top, bottom), 3);
  }
  const drops = marksOf(view, stage.of[KIND.dropped]);
  const expanded = marksOf(view, stage.of[KIND.expanded]);
  const lane = row.y + row.lane;
  const [top, bottom] = spanOf(stage, "dropped");
  return drawn
    + paths(run, "expanded", expanded, isDense(expanded) ? bars(expanded, bottom, top) : diamond(lane))
    + paths(run, "dropped", drops, isDense(drops) ? bars(drops, bottom, top) : cross(lane), 3.5)
    + labels(view, drops, lane + 4, (e) => dropWords(run.events[e]), "word loss", { others: expanded, gap: 8 });
}

function dropWords(event) {
  return [`${itemText(event[4])} ${event[5]}`, event[5]];
}

function drawDepth(view, row, stage) {
  const { run } = view;
  const top = row.y + row.depthTop;
  const bottom = row.y + row.depthBottom;
  const most = Math.max(1, finite(stage.mostCapacity), stage.mostWaiting);
  const y = (value) => px(bottom - (Math.min(value, most) / most) * (bottom - top));
  const capacity = finite(stage.mostCapacity) > 0
    ? `<line class="capacity" x1="0" x2="${view.width}" y1="${y(stage.mostCapacity)}" y2="${y(stage.mostCapacity)}"/>`
    : "";
  const data = `data-kind="waiting" data-marks="1" data-events="${countVisible(view, stage.of[KIND.waiting])}"`;
  return capacity + level(view, stage, run.waiting, stage.start.waiting, y, bottom, "depth", data);
}
