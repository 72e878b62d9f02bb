// The run: what the recorder wrote, and the state of each stage after each event.

const KINDS = [
  "subscribed", "requested", "received", "expanded", "emitted", "waiting", "dropped", "paused", "resumed",
  "completed", "failed", "cancelled",
];
const KIND = Object.fromEntries(KINDS.map((name, i) => [name, i]));
const COLOURS = 6;

function readRun(json) {
  if (json.format !== "weir-timeline" || json.version !== 1) {
    throw new Error(`this page reads weir-timeline 1, was given ${json.format} ${json.version}`);
  }
  const count = json.events.length;
  const run = {
    title: json.title,
    recorded: json.recorded,
    forgotten: json.forgotten,
    forgottenStages: json.forgottenStages ?? 0,
    events: json.events,
    count,
    threads: json.threads.map((name) => ({ name, events: 0, colour: COLOURS })),
    chains: json.chains.map((chain, index) => ({ ...chain, index, events: [] })),
    stages: json.stages.map(readStage),
    rawTime: new Float64Array(count),
    time: new Float64Array(count),
    stageOf: new Int32Array(count),
    threadOf: new Int32Array(count),
    outstanding: new Float64Array(count),
    waiting: new Float64Array(count),
    capacity: new Float64Array(count),
  };
  run.chains.forEach((chain) => chain.stages.forEach((s, place) => (run.stages[s].place = place)));
  for (let e = 0; e < count; e++) readEvent(run, e);
  colourThreads(run.threads);
  return run;
}

function readStage(stage, index) {
  const before = stage.before;
  return {
    ...stage,
    index,
    place: 0,
    end: -1, // the event that ended it
    unbounded: -1, // the event from which on its demand had no bound
    all: [],
    of: KINDS.map(() => []),
    start: {
      outstanding: amount(before.outstanding),
      waiting: before.waiting,
      capacity: amount(before.capacity),
      paused: before.paused,
    },
    now: { outstanding: amount(before.outstanding), waiting: before.waiting, capacity: amount(before.capacity) },
    mostOutstanding: finite(amount(before.outstanding)),
    mostWaiting: before.waiting,
    mostCapacity: amount(before.capacity),
  };
}

function amount(value) {
  return value === "unbounded" ? Infinity : Number(value);
}

function finite(value) {
  return value === Infinity ? 0 : value;
}

function readEvent(run, e) {
  const [time, stageIndex, thread, kind] = run.events[e];
  const stage = run.stages[stageIndex];
  run.rawTime[e] = time;
  run.time[e] = e === 0 ? time : Math.max(time, run.time[e - 1]); // two threads may read the clock in the other order
  run.stageOf[e] = stageIndex;
  run.threadOf[e] = thread;
  run.threads[thread].events++;
  stage.all.push(e);
  stage.of[KIND[kind]].push(e);
  run.chains[stage.chain].events.push(e);
  change(stage, run.events[e]);
  if (isTerminal(kind) && stage.end < 0) stage.end = e;
  run.outstanding[e] = stage.now.outstanding;
  if (stage.now.outstanding === Infinity && stage.unbounded < 0) stage.unbounded = e;
  run.waiting[e] = stage.now.waiting;
  run.capacity[e] = stage.now.capacity;
}

/** Outstanding demand may be below nothing for a moment: a request is reported when it has taken effect. */
function change(stage, event) {
  const now = stage.now;
  switch (event[3]) {
    case "requested": now.outstanding += amount(event[4]); break;
    case "emitted":
      if (stage.end < 0) now.outstanding -= 1;
      break;
    case "waiting":
      now.waiting = event[4];
      now.capacity = amount(event[5]);
      break;
    case "completed":
    case "failed":
    case "cancelled": now.outstanding = 0; break;
  }
  stage.mostOutstanding = Math.max(stage.mostOutstanding, finite(now.outstanding));
  stage.mostWaiting = Math.max(stage.mostWaiting, now.waiting);
  stage.mostCapacity = Math.max(stage.mostCapacity, now.capacity);
}

function isTerminal(kind) {
  return kind === "completed" || kind === "failed" || kind === "cancelled";
}

/** The threads with the most events have a colour each, in the order in which they first did something. */
function colourThreads(threads) {
  const busiest = [...threads].sort((a, b) => b.events - a.events).slice(0, COLOURS);
  threads.filter((thread) => busiest.includes(thread)).forEach((thread, i) => (thread.colour = i));
}

/** How many numbers of a sorted list are below the bound. */
function below(list, bound) {
  return firstNot(list, (n) => n < bound);
}

/** The place of the first in the list of which something is not so, when it is so of all before it and of none after it. */
function firstNot(list, isSo, low = 0) {
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(list[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What a stage was like after so many of its events. */
function stateAt(run, stage, events) {
  const last = stage.all[events - 1];
  return last === undefined
    ? stage.start
    : { outstanding: run.outstanding[last], waiting: run.waiting[last], capacity: run.capacity[last] };
}

/** How the stage had ended before the event; empty when it had not. */
function endBefore(run, e) {
  const { end } = run.stages[run.stageOf[e]];
  return end >= 0 && end < e ? run.events[end][3] : "";
}

/** True when the end of the stage is not among the events that are kept. */
function endedBefore(stage) {
  return stage.end < 0 && stage.totals.ends > 0;
}

function sumOf(counts) {
  return Object.values(counts).reduce((sum, n) => sum + n, 0);
}
