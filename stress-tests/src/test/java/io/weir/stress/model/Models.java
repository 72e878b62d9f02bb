package io.weir.stress.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The operators, a few lines each. */
final class Models {
    private Models() {}

    /** map, filter and take. */
    static final class Passing extends Model {
        private final long limit;
        private final int rejected; // every so-manieth item
        private long asked;
        private long taken;

        Passing(long limit, int rejected) {
            this.limit = limit;
            this.rejected = rejected;
        }

        @Override
        void start() {}

        @Override
        void demanded(long n) {
            long wanted = Math.min(n, limit - asked);
            asked = asked + n < 0 ? Seen.UNBOUNDED : asked + n;
            if (wanted > 0) {
                ask(wanted);
            }
        }

        @Override
        void receive(int item) {
            if (demand == 0) {
                drop(item, "NO_DEMAND");
            } else if (item % rejected == 0) {
                drop(item, "FILTERED");
                ask(1);
            } else {
                deliver(item);
                if (++taken == limit) {
                    stop();
                    end(COMPLETED);
                }
            }
        }
    }

    static final class Drop extends Model {
        @Override
        void start() {
            ask(Seen.UNBOUNDED);
        }

        @Override
        void receive(int item) {
            if (demand > 0) {
                deliver(item);
            } else {
                drop(item, "NO_DEMAND");
            }
        }
    }

    /** buffer and latest. */
    static final class Queue extends Model {
        enum WhenFull {
            FAIL,
            DROP_OLDEST,
            DROP_NEWEST
        }

        private final Deque<Integer> waiting = new ArrayDeque<>();
        private final int capacity;
        private final WhenFull whenFull;
        private final String reason;

        Queue(int capacity, WhenFull whenFull, String reason) {
            this.capacity = capacity;
            this.whenFull = whenFull;
            this.reason = reason;
        }

        @Override
        void start() {
            ask(Seen.UNBOUNDED);
        }

        @Override
        void receive(int item) {
            if (demand > 0) {
                deliver(item);
            } else if (waiting.size() < capacity) {
                waiting.add(item);
            } else if (whenFull == WhenFull.DROP_OLDEST) {
                waiting.add(item);
                drop(waiting.remove(), reason);
            } else {
                drop(item, reason);
                if (whenFull == WhenFull.FAIL && ending == null) {
                    fail();
                }
            }
        }

        @Override
        void settle() {
            while (demand > 0 && !waiting.isEmpty()) {
                deliver(waiting.remove());
            }
            if (waiting.isEmpty()) {
                super.settle();
            }
        }

        @Override
        void dropWaiting(String why) {
            while (!waiting.isEmpty()) {
                dropLate(waiting.remove(), why);
            }
        }
    }

    static final class Sample extends Model {
        private @Nullable Integer newest;
        private @Nullable Integer sampled;

        @Override
        void start() {
            ask(Seen.UNBOUNDED);
        }

        @Override
        void receive(int item) {
            Integer older = newest;
            newest = item;
            if (older != null) {
                drop(older, "SUPERSEDED");
            }
        }

        @Override
        void tick() {
            if (!over) {
                sample();
                settle();
            }
        }

        private void sample() {
            if (newest == null) {
                return;
            }
            Integer older = sampled;
            sampled = newest;
            newest = null;
            if (older != null) {
                drop(older, "SUPERSEDED");
            }
        }

        @Override
        void settle() {
            if (ending != null) {
                sample();
            }
            if (sampled != null && demand > 0) {
                deliver(sampled);
                sampled = null;
            }
            if (sampled == null) {
                super.settle();
            }
        }

        @Override
        boolean refusesAtOnce() {
            return true;
        }

        @Override
        void dropWaiting(String reason) {
            if (sampled != null) {
                dropLate(sampled, reason);
            }
            if (newest != null) {
                dropLate(newest, reason);
            }
            sampled = null;
            newest = null;
        }
    }

    /** concatMap and switchMap: one stream at a time, which is asked for what is demanded. */
    private abstract static class OneAtATime extends Model {
        int current; // 0: none
        private long currentMaySend;

        @Override
        void demanded(long n) {
            if (current != 0) {
                grant(n);
            }
        }

        private void grant(long n) {
            currentMaySend = currentMaySend + n < 0 ? Seen.UNBOUNDED : currentMaySend + n;
            seen.innerAsked(current, n);
        }

        @Override
        List<Integer> inners() {
            return current == 0 ? List.of() : List.of(current);
        }

        @Override
        long innerMaySend(int inner) {
            return currentMaySend;
        }

        @Override
        void innerItem(int inner, int item) {
            if (isRefusing()) {
                endRefused();
                dropLate(item, "FAILED");
                return;
            }
            currentMaySend -= currentMaySend == Seen.UNBOUNDED ? 0 : 1;
            deliver(item);
        }

        @Override
        void cancelInners() {
            if (current != 0) {
                seen.innerOver(current);
                current = 0;
            }
        }

        /** From now on it is the stream of this item. */
        final void begin(int item) {
            current = item;
            currentMaySend = 0;
            seen.innerAsked(item, 0);
            grant(demand);
        }
    }

    static final class Concat extends OneAtATime {
        private final Deque<Integer> waiting = new ArrayDeque<>();
        private final int prefetch;

        Concat(int prefetch) {
            this.prefetch = prefetch;
        }

        @Override
        void start() {
            ask(prefetch);
        }

        @Override
        boolean holdsRightToEmit() {
            return current == 0;
        }

        @Override
        void receive(int item) {
            if (waiting.size() < prefetch) {
                waiting.add(item);
                settle();
            } else {
                drop(item, "NO_DEMAND");
            }
        }

        @Override
        void settle() {
            if (current != 0 || over) {
                return;
            }
            if (waiting.isEmpty()) {
                super.settle();
                return;
            }
            begin(waiting.remove());
        }

        @Override
        void innerEnded(int inner, boolean failed) {
            seen.innerOver(inner);
            current = 0;
            if (failed) {
                ending = FAILED; // an error of upstream that waits is attached
                endAtOnce();
                return;
            }
            if (ending == null) {
                ask(1);
            }
            if (isRefusing() && waiting.isEmpty() && !upstreamEnded) {
                return; // upstream may be about to begin the next stream: its next signal ends all
            }
            settleOrRefuse();
        }

        private void endAtOnce() {
            if (isRefusing()) {
                endRefused();
            } else {
                stop();
                end(FAILED);
                dropWaiting("FAILED");
            }
        }

        @Override
        void dropWaiting(String reason) {
            while (!waiting.isEmpty()) {
                dropLate(waiting.remove(), reason);
            }
        }
    }

    static final class Switch extends OneAtATime {
        @Override
        void start() {
            ask(Seen.UNBOUNDED);
        }

        @Override
        boolean holdsRightToEmit() {
            return current == 0 || FAILED.equals(ending); // which replaces the stream
        }

        @Override
        void receive(int item) {
            if (isRefusing()) {
                endRefused();
                dropLate(item, "FAILED");
                return;
            }
            cancelInners();
            begin(item);
        }

        @Override
        void settle() {
            if (FAILED.equals(ending) && !over) {
                cancelInners();
            }
            if (current == 0) {
                super.settle();
            }
        }

        @Override
        void innerEnded(int inner, boolean failed) {
            seen.innerOver(inner);
            current = 0;
            if (failed) {
                ending = FAILED;
                stop();
            }
            if (ending != null) {
                settleOrRefuse();
            }
        }
    }

    /** Which of several waiting streams has its turn is not said here: it must be one of them. */
    static final class Merge extends Model {
        private final Map<Integer, Inner> running = new TreeMap<>();
        private final int concurrency;
        private final int prefetch;
        private final Seen reality;

        Merge(int concurrency, int prefetch, Seen reality) {
            this.concurrency = concurrency;
            this.prefetch = prefetch;
            this.reality = reality;
        }

        private static final class Inner {
            final Deque<Integer> waiting = new ArrayDeque<>();
            long maySend;
            int used;
            boolean ended;
        }

        @Override
        void start() {
            ask(concurrency);
        }

        @Override
        boolean refusesAtOnce() {
            return true;
        }

        @Override
        void receive(int item) {
            if (running.size() == concurrency) {
                drop(item, "NO_DEMAND");
                return;
            }
            Inner inner = new Inner();
            inner.maySend = prefetch;
            running.put(item, inner);
            seen.innerAsked(item, prefetch);
        }

        @Override
        List<Integer> inners() {
            List<Integer> all = new ArrayList<>();
            running.forEach((item, inner) -> {
                if (!inner.ended) {
                    all.add(item);
                }
            });
            return all;
        }

        @Override
        long innerMaySend(int inner) {
            return running.get(inner).maySend;
        }

        @Override
        void innerItem(int number, int item) {
            Inner inner = running.get(number);
            inner.maySend--;
            inner.waiting.add(item);
            settle();
        }

        @Override
        void innerEnded(int number, boolean failed) {
            seen.innerOver(number);
            running.get(number).ended = true;
            if (failed) {
                fail();
            } else {
                settle();
            }
        }

        @Override
        void settle() {
            if (over) {
                return;
            }
            if (FAILED.equals(ending)) {
                cancelInners();
            }
            while (demand > 0 && emitNext()) {}
            List.copyOf(running.keySet()).forEach(this::removeIfExhausted);
            boolean nothingWaits = running.values().stream().allMatch(inner -> inner.waiting.isEmpty());
            if (nothingWaits && (running.isEmpty() || FAILED.equals(ending))) {
                super.settle();
            }
        }

        private boolean emitNext() {
            int place = seen.items().size();
            Integer next = place < reality.items().size() ? reality.items().get(place) : null;
            for (Map.Entry<Integer, Inner> entry : running.entrySet()) {
                Inner inner = entry.getValue();
                boolean hasTurn = next == null || next.equals(inner.waiting.peek());
                if (!inner.waiting.isEmpty() && hasTurn) {
                    deliver(inner.waiting.remove());
                    used(entry.getKey(), inner);
                    return true;
                }
            }
            return false;
        }

        private void used(int number, Inner inner) {
            if (++inner.used >= prefetch - prefetch / 4) {
                if (!inner.ended) {
                    inner.maySend += inner.used;
                    seen.innerAsked(number, inner.used);
                }
                inner.used = 0;
            }
        }

        private void removeIfExhausted(int number) {
            Inner inner = running.get(number);
            if (inner.ended && inner.waiting.isEmpty()) {
                running.remove(number);
                if (ending == null) {
                    ask(1);
                }
            }
        }

        @Override
        void cancelInners() {
            running.forEach((number, inner) -> {
                seen.innerOver(number);
                inner.ended = true;
            });
        }

        @Override
        void dropWaiting(String reason) {
            for (Inner inner : running.values()) {
                while (!inner.waiting.isEmpty()) {
                    dropLate(inner.waiting.remove(), reason);
                }
            }
        }
    }
}
