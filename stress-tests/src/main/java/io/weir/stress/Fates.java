package io.weir.stress;

import io.weir.DropReason;
import io.weir.spi.StageContext;
import java.util.Arrays;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What became of each item. All in plain fields, each written by the thread on which it happens: a fence of the test's would
 * make good for one that an operator lacks.
 */
final class Fates implements StageContext {
    // All there are, in their order, and no others: Lincheck watches each look at one, and that takes its time.
    private static final int[] ITEMS = {1, 2, 3, 11, 21};
    private static final int MOST = ITEMS[ITEMS.length - 1] + 1;

    private final boolean[] sent = new boolean[MOST];
    private final boolean[] expanded = new boolean[MOST]; // became a stream
    private final boolean[] sentInside = new boolean[MOST]; // as the only item of that stream
    private final int[] delivered = new int[MOST];
    private final int[] dropped = new int[MOST];
    private final @Nullable DropReason[] reasons = new @Nullable DropReason[MOST];
    private final boolean streamsByHand; // then items that became a stream have no fate of their own
    int lateErrors;
    boolean throwing;

    Fates(boolean streamsByHand) {
        this.streamsByHand = streamsByHand;
    }

    void sent(int item) {
        if (Arrays.binarySearch(ITEMS, item) < 0) {
            throw new IllegalArgumentException(item + " is sent, which is none of " + Arrays.toString(ITEMS));
        }
        sent[item] = true;
    }

    void expanded(int item) {
        expanded[item] = true;
    }

    void sentInside(int item) {
        sentInside[item] = true;
    }

    void delivered(int item) {
        delivered[item]++;
    }

    boolean isDelivered(int item) {
        return delivered[item] > 0;
    }

    @Override
    public void dropped(Object item, DropReason reason) {
        dropped[(Integer) item]++;
        reasons[(Integer) item] = reason;
        if (throwing) {
            throw new Meeting.Fault("callback");
        }
    }

    @Override
    public void lateError(Throwable error) {
        lateErrors++;
    }

    /** The first item that was sent and has no fate; 0 if there is none. */
    int firstWaiting() {
        for (int item : ITEMS) {
            boolean waitsForStream = streamsByHand && item < 10;
            if (sent[item] && isUndecided(item) && !waitsForStream) {
                return item;
            }
        }
        return 0;
    }

    private boolean isUndecided(int item) {
        boolean gone = expanded[item] && !sentInside[item]; // into a stream that has not sent it
        return !gone && delivered[item] + dropped[item] == 0;
    }

    /** What is wrong when all is over; null if nothing is. */
    @Nullable
    String fault() {
        for (int item : ITEMS) {
            int times = delivered[item] + dropped[item];
            if (times > 1) {
                return item + " has " + times + " fates";
            }
            if (sent[item] && isUndecided(item)) {
                return item + " has no fate";
            }
        }
        return null;
    }

    private String fateOf(int item) {
        if (delivered[item] + dropped[item] > 1) {
            return item + " twice";
        }
        if (delivered[item] == 1) {
            return item + " delivered";
        }
        if (dropped[item] == 1) {
            return item + " dropped " + reasons[item];
        }
        return item + (expanded[item] && !sentInside[item] ? " unsent" : " waiting");
    }

    @Override
    public String toString() {
        StringJoiner all = new StringJoiner(", ");
        all.setEmptyValue("nothing");
        for (int item : ITEMS) {
            if (sent[item] && !(expanded[item] && streamsByHand)) {
                all.add(fateOf(item));
            }
        }
        return all.toString();
    }
}
