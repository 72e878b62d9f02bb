package io.weir.timeline;

import io.weir.timeline.Timeline.Kind;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The last events, each in a slot that a later one takes over. Nothing is allocated for an event, and nobody waits.
 *
 * <p>A writer takes the next number, then the slot of that number, by marking it as busy; it shows the event by writing the
 * number into the slot. A reader takes what it read for an event if the number in the slot was the same before and after.
 *
 * <p>A thread may be stopped in the middle of this, for many rounds of the ring. Those that come to a slot which it keeps busy put
 * their events aside, into a queue that hardly ever has any.
 */
final class Ring {
    private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);

    // The words of a slot.
    private static final int STAMP = 0;
    private static final int TIME = 1;
    private static final int PLACE = 2;
    private static final int NUMBER = 3;
    private static final int BEFORE = 4;
    private static final int WORDS = 5;

    // The references of a slot.
    private static final int ABOUT = 0;
    private static final int THREAD = 1;
    private static final int REFERENCES = 2;

    // The parts of a place: the stage, the kind, the thread.
    private static final int STAGE_SHIFT = 36;
    private static final int KIND_SHIFT = 32;
    private static final int KIND_MASK = 15;
    private static final long THREAD_MASK = 0xFFFF_FFFFL;

    private static final long BUSY = -1;
    private static final long EMPTY = -2;
    private static final int FEWEST_SLOTS = 64; // so that writers hardly ever meet

    private final int most;
    private final int slots;
    private final long[] words;
    private final @Nullable Object[] references;
    private final AtomicLong next = new AtomicLong();
    private final Queue<Written> aside = new ConcurrentLinkedQueue<>();

    /** One event as it was written. */
    record Written(
            long sequence,
            long time,
            int stage,
            Kind kind,
            long threadId,
            String threadName,
            long number,
            long before,
            @Nullable Object about) {}

    /** A ring for so many events, from 1 to {@link Recorder#MOST_EVENTS}. */
    Ring(int most) {
        this.most = most;
        this.slots = Math.max(FEWEST_SLOTS, Integer.highestOneBit(2 * most - 1));
        this.words = new long[slots * WORDS];
        this.references = new Object[slots * REFERENCES];
        for (int slot = 0; slot < slots; slot++) {
            words[slot * WORDS] = EMPTY;
        }
    }

    /** How many events were written. */
    long written() {
        return next.get();
    }

    /** The number of the oldest event that is still of interest when so many have been written. */
    long oldest(long written) {
        return Math.max(0, written - most);
    }

    /** The number of the oldest event that no other has taken the slot of. */
    long oldestLeft() {
        return Math.max(0, written() - slots);
    }

    void write(long time, int stage, Kind kind, long number, long before, @Nullable Object about) {
        Thread thread = Thread.currentThread();
        long sequence = next.getAndIncrement();
        int slot = (int) sequence & slots - 1;
        int word = slot * WORDS;
        long stamp = (long) WORD.getVolatile(words, word);
        if (stamp == BUSY || stamp > sequence || !WORD.compareAndSet(words, word, stamp, BUSY)) {
            putAside(new Written(sequence, time, stage, kind, idOf(thread), thread.getName(), number, before, about));
            return;
        }
        VarHandle.storeStoreFence(); // busy first, for readers
        words[word + TIME] = time;
        words[word + PLACE] = (long) stage << STAGE_SHIFT | (long) Codes.of(kind) << KIND_SHIFT | idOf(thread);
        words[word + NUMBER] = number;
        words[word + BEFORE] = before;
        references[slot * REFERENCES + ABOUT] = about;
        references[slot * REFERENCES + THREAD] = thread.getName();
        WORD.setRelease(words, word, sequence);
    }

    private static long idOf(Thread thread) {
        return thread.getId() & THREAD_MASK;
    }

    /** The slot is being written, or has a later event already; and what would be overwritten by now is of no use. */
    private void putAside(Written event) {
        aside.add(event);
        aside.removeIf(other -> other.sequence() < oldestLeft());
    }

    /**
     * The events with numbers below this, as far as they are of interest and still there. The newest are read first, since the
     * oldest are the first to be overwritten: reader and writers meet somewhere. What is older than {@link #oldestLeft()}
     * when this returns may have gaps.
     */
    List<Written> before(long end) {
        List<Written> all = new ArrayList<>();
        for (long sequence = end - 1; sequence >= oldest(end) && sequence >= oldestLeft(); sequence--) {
            Written written = read((int) sequence & slots - 1);
            if (written != null && written.sequence() == sequence) {
                all.add(written);
            }
        }
        aside.stream().filter(event -> event.sequence() < end).forEach(all::add);
        return all;
    }

    private @Nullable Written read(int slot) {
        int word = slot * WORDS;
        long stamp = (long) WORD.getAcquire(words, word);
        if (stamp < 0) {
            return null;
        }
        long place = words[word + PLACE];
        Written written = new Written(
                stamp,
                words[word + TIME],
                (int) (place >>> STAGE_SHIFT),
                Codes.kind((int) (place >>> KIND_SHIFT) & KIND_MASK),
                place & THREAD_MASK,
                String.valueOf(references[slot * REFERENCES + THREAD]),
                words[word + NUMBER],
                words[word + BEFORE],
                references[slot * REFERENCES + ABOUT]);
        VarHandle.loadLoadFence();
        return (long) WORD.getOpaque(words, word + STAMP) == stamp ? written : null;
    }
}
