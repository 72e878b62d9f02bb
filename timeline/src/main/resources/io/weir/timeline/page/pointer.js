// Mouse and fingers: what is under them, dragging, zooming.

const REACH = 14; // pixels from the pointer to a mark, at most

/** The event nearest to a place in the drawing of a chain, and how many more its mark stands for; null if none is near. */
function eventAt(board, c, x, y) {
  const { run, view } = board;
  let best = null;
  for (const s of c.chain.stages) {
    const stage = run.stages[s];
    KINDS.forEach((kind, k) => {
      const e = nearest(view, stage.of[k], x);
      if (e < 0) return;
      const [top, bottom] = spanOf(stage, kind);
      const across = Math.abs(xOf(view, e) - x);
      const up = Math.max(0, top - y, y - bottom);
      const distance = across + up * 2 + (kind === "waiting" ? 2 : 0);
      if (across <= REACH && up <= REACH && (!best || distance < best.distance)) best = { e, distance, list: stage.of[k] };
    });
  }
  if (!best) return null;
  const from = firstFrom(view, best.list, atX(view, xOf(view, best.e) - JOIN / 2));
  const to = firstFrom(view, best.list, atX(view, xOf(view, best.e) + JOIN / 2));
  return { e: best.e, more: Math.max(0, to - from - 1) };
}

function chainUnder(board, event) {
  return board.chains.find((c) => c.section.contains(event.target)) ?? null;
}

function hitUnder(board, event) {
  const c = chainUnder(board, event);
  if (!c) return null;
  const box = c.svg.getBoundingClientRect();
  return eventAt(board, c, event.clientX - box.left, event.clientY - box.top);
}

function plotX(board, event) {
  return event.clientX - document.getElementById("chains").getBoundingClientRect().left - board.view.gutter;
}

function listenToPointer(board) {
  const place = document.getElementById("chains");
  const fingers = new Map();
  let moved = 0;

  place.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (fingers.size === 1) moved = 0;
  });

  place.addEventListener("pointermove", (event) => {
    const finger = fingers.get(event.pointerId);
    if (!finger) {
      if (event.pointerType === "mouse") hover(board, event);
      return;
    }
    const before = spread(fingers);
    const dx = event.clientX - finger.x;
    moved += Math.abs(dx);
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (moved < 4) return;
    if (!place.hasPointerCapture(event.pointerId)) place.setPointerCapture(event.pointerId);
    hideTip(board);
    place.classList.add("dragging");
    if (fingers.size === 2) {
      const after = spread(fingers);
      zoom(board.view, before.distance / after.distance, after.middle - place.getBoundingClientRect().left - board.view.gutter);
      pan(board.view, before.middle - after.middle);
    } else {
      pan(board.view, -dx);
    }
    redraw(board);
  });

  const lift = (event) => {
    const known = fingers.delete(event.pointerId);
    place.classList.remove("dragging");
    if (event.type !== "pointerup" || !known || moved >= 4 || fingers.size > 0) return;
    const hit = hitUnder(board, event);
    if (hit) {
      pause(board);
      choose(board, hit.e);
    }
  };
  place.addEventListener("pointerup", lift);
  place.addEventListener("pointercancel", lift);
  place.addEventListener("pointerleave", () => hideTip(board));
  place.addEventListener("dblclick", (event) => {
    zoom(board.view, event.shiftKey ? 2.5 : 0.4, plotX(board, event));
    redraw(board);
  });
  place.addEventListener("wheel", (event) => {
    const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
    if (event.ctrlKey || event.metaKey) zoom(board.view, Math.exp(event.deltaY * 0.004), plotX(board, event));
    else if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) pan(board.view, sideways);
    else return;
    event.preventDefault();
    redraw(board);
  }, { passive: false });
}

function spread(fingers) {
  const [a, b = a] = fingers.values();
  return { middle: (a.x + b.x) / 2, distance: Math.max(20, Math.hypot(a.x - b.x, a.y - b.y)) };
}

function hover(board, event) {
  const hit = hitUnder(board, event);
  board.hovered = hit ? hit.e : -1;
  drawCursors(board);
  const tip = document.getElementById("tip");
  tip.hidden = !hit;
  if (!hit) return;
  tip.replaceChildren(eventCard(board.run, hit.e, hit.more));
  const left = event.clientX + 18 + tip.offsetWidth > innerWidth ? event.clientX - 18 - tip.offsetWidth : event.clientX + 18;
  const top = event.clientY + 18 + tip.offsetHeight > innerHeight ? event.clientY - 18 - tip.offsetHeight : event.clientY + 18;
  tip.style.left = Math.max(8, left) + "px";
  tip.style.top = Math.max(8, top) + "px";
}

function hideTip(board) {
  board.hovered = -1;
  document.getElementById("tip").hidden = true;
  drawCursors(board);
}

function listenToOverview(board) {
  const overview = document.getElementById("overview");
  const move = (event) => {
    if (event.type === "pointermove" && event.buttons === 0) return;
    const box = overview.getBoundingClientRect();
    const part = (event.clientX - box.left) / box.width;
    centre(board.view, part * wholeLength(board.view) - leftMargin(board.view));
    redraw(board);
  };
  overview.addEventListener("pointerdown", (event) => {
    overview.setPointerCapture(event.pointerId);
    move(event);
  });
  overview.addEventListener("pointermove", move);
}
