"use strict";

// What the page says: numbers, times, events in words, and the rules of the Reactive Streams specification.

const RULES = {
  "1.1": "A publisher sends no more items than were requested.",
  "1.4": "A publisher that fails says so with onError.",
  "1.5": "A publisher that ends well says so with onComplete.",
  "1.7": "After the end comes no further signal.",
  "1.8": "After a cancellation the signals must stop in the end, not at once.",
  "1.9": "A publisher calls onSubscribe before it sends any other signal.",
  "2.8": "A subscriber that has cancelled must be ready for items that were under way.",
  "3.8": "request(n) adds n to what may be sent.",
  "3.9": "A request for less than one item ends the stream with an IllegalArgumentException.",
  "3.12": "cancel() asks the publisher to stop sending in the end; it need not be at once.",
  "3.13": "cancel() asks the publisher to forget the subscriber in the end.",
  "3.17": "A demand of 2⁶³−1 or more may be treated as unbounded.",
};

const REASONS = {
  BUFFER_FULL: "the buffer was full",
  NO_DEMAND: "nobody had asked for it",
  SUPERSEDED: "a newer item took its place",
  EXPIRED: "it had waited too long",
  FILTERED: "it was rejected by a predicate",
  CANCELLED: "the stream had been cancelled",
  FAILED: "a function failed on it, or the stage had failed",
  AFTER_TERMINATION: "it came after the end",
};

const UNITS = [
  { name: "ns", nanos: 1 },
  { name: "µs", nanos: 1e3 },
  { name: "ms", nanos: 1e6 },
  { name: "s", nanos: 1e9 },
  { name: "min", nanos: 60e9 },
  { name: "h", nanos: 3600e9 },
];

const COUNTS = new Intl.NumberFormat("en-US");

function number(n) {
  return n === Infinity ? "∞" : COUNTS.format(n);
}

function plural(n, one, many = one + "s") {
  return number(n) + " " + (n === 1 ? one : many);
}

function unitFor(nanos) {
  return UNITS.findLast((unit) => Math.abs(nanos) >= unit.nanos) ?? UNITS[0];
}

/** A time with four digits that count, in the unit that suits it. */
function duration(nanos) {
  if (nanos === 0) return "0";
  const unit = unitFor(nanos);
  const value = nanos / unit.nanos;
  const digits = unit.nanos === 1 ? 0 : Math.max(0, 3 - Math.floor(Math.log10(Math.abs(value))));
  return Number(value.toFixed(digits)).toLocaleString("en-US", { maximumFractionDigits: 3 }) + " " + unit.name;
}

/** A time on an axis whose steps are so long: as many digits as tell two steps apart. */
function tickTime(nanos, step) {
  if (nanos === 0) return "0";
  const unit = unitFor(Math.max(Math.abs(nanos), step));
  const digits = Math.max(0, Math.ceil(-Math.log10(step / unit.nanos) - 1e-9));
  const value = Number((nanos / unit.nanos).toFixed(Math.min(digits, 9)));
  return value.toLocaleString("en-US", { maximumFractionDigits: 9 }) + " " + unit.name;
}

function itemText(item) {
  return String(item);
}

function chainName(run, chain) {
  return chain.name || chain.stages.map((s) => run.stages[s].name).join(" → ");
}

/** What happened, without where and when. */
function happening(run, e) {
  const event = run.events[e];
  const what = event[4];
  switch (event[3]) {
    case "subscribed": return "is subscribed to";
    case "requested": return what === "unbounded" ? "is asked for everything, ∞" : "is asked for " + number(what);
    case "received": return "receives " + itemText(what);
    case "expanded": return "turns " + itemText(what) + " into an inner stream";
    case "emitted": return "emits " + itemText(what);
    case "waiting": return "holds " + depthWords(run, e);
    case "dropped": return "drops " + itemText(what) + ": " + event[5];
    case "paused": return "has all it asked for; its producer is held back";
    case "resumed": return "asks its producer for more";
    case "completed": return "completes";
    case "failed": return "fails with " + itemText(what);
    case "cancelled": return "is cancelled";
    default: return event[3];
  }
}

function depthWords(run, e) {
  return run.capacity[e] === Infinity
    ? number(run.waiting[e])
    : number(run.waiting[e]) + " of " + number(run.capacity[e]);
}

/** The state of the stage right after the event. */
function stateAfter(run, e) {
  const waiting = run.capacity[e] === 0 && run.waiting[e] === 0 ? "0" : depthWords(run, e);
  return { outstanding: number(Math.max(0, run.outstanding[e])), waiting };
}

/** The rules that apply to an event, most telling first. */
function rulesFor(run, e) {
  const event = run.events[e];
  switch (event[3]) {
    case "subscribed": return ["1.9"];
    case "requested": return run.outstanding[e] === Infinity ? ["3.8", "3.17"] : ["3.8"];
    case "emitted": return rulesOfEmission(run, e);
    case "paused": return ["1.1"];
    case "dropped": return rulesOfDrop(event[5]);
    case "completed": return ["1.5", "1.7"];
    case "failed": return refusedRequest(event[4]) ? ["3.9", "1.7"] : ["1.4", "1.7"];
    case "cancelled": return ["3.12", "3.13"];
    default: return [];
  }
}

function rulesOfEmission(run, e) {
  const end = endBefore(run, e);
  if (end) return end === "cancelled" ? ["2.8"] : ["1.7"];
  return run.outstanding[e] === Infinity ? ["1.1", "3.17"] : ["1.1"];
}

function rulesOfDrop(reason) {
  if (reason === "AFTER_TERMINATION") return ["1.7"];
  return reason === "CANCELLED" ? ["1.8"] : [];
}

/** The error of a stage that was asked for less than one item names the rule. */
function refusedRequest(error) {
  return /IllegalArgumentException/.test(error) && /3\.9\b/.test(error);
}

/** A sentence on the rule as it was met here, where there is one. */
function ruleHere(run, e) {
  const left = run.outstanding[e];
  switch (run.events[e][3]) {
    case "emitted":
      if (left === Infinity) return "The demand has no bound.";
      if (left < 0) return "Recorded before the request that it answers: two threads met.";
      if (endBefore(run, e)) return "";
      return plural(left, "more item") + " may follow.";
    case "dropped": return REASONS[run.events[e][5]] ? capital(REASONS[run.events[e][5]]) + "." : "";
    case "completed": return "No demand is needed for it.";
    default: return "";
  }
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** One sentence for those who listen. */
function sentence(run, e) {
  const stage = run.stages[run.stageOf[e]];
  const chain = run.chains[stage.chain];
  const state = stateAfter(run, e);
  const rules = rulesFor(run, e).map((id) => "§" + id + ": " + RULES[id]).join(" ");
  const where = run.chains.length > 1 && chain.name ? chain.name + ", " + stage.name : stage.name;
  return `Event ${number(run.forgotten + e + 1)}, at ${duration(run.rawTime[e])}: ${where} ${happening(run, e)}. `
    + `Thread ${run.threads[run.threadOf[e]].name}. After it: ${state.outstanding} outstanding, ${state.waiting} waiting. `
    + rules;
}
