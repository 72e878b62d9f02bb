package io.weir.benchmarks.report;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ours beside the better peer, in one row.
 *
 * @param ours what we need
 * @param peer what the peer needs that needs least
 * @param peerBytes the least that a peer allocates, which may be another one; NaN if that was not measured
 * @param floor what the work needs without any protocol, if that was measured
 */
record Ratio(
        Comparison comparison,
        Measurement ours,
        Measurement peer,
        double peerBytes,
        @Nullable Measurement floor) {
    static final Comparator<Ratio> WORST_FIRST = Comparator.comparingDouble(Ratio::value);

    static Ratio of(Comparison comparison, Measurement ours, List<Measurement> peers, @Nullable Measurement floor) {
        Measurement best = peers.stream()
                .min(Comparator.comparingDouble(Measurement::value))
                .orElseThrow();
        double bytes = peers.stream()
                .filter(Measurement::hasBytes)
                .mapToDouble(Measurement::bytes)
                .min()
                .orElse(Double.NaN);
        return new Ratio(comparison, ours, best, bytes, floor);
    }

    /** How many times faster, or smaller, ours is than the better peer's. */
    double value() {
        return peer.value() / ours.value();
    }

    /** How many times the floor ours is; NaN without a floor. */
    double timesFloor() {
        return floor == null ? Double.NaN : ours.value() / floor.value();
    }

    /** How many bytes more than the better peer ours allocates for an item; NaN if that was not measured. */
    double excessBytes() {
        return ours.bytes() - peerBytes;
    }

    /** Whether the two may be equally fast, as far as the measurements tell. */
    boolean withinSpread() {
        return ours.low() <= peer.high() && peer.low() <= ours.high();
    }

    String grid() {
        return ours.grid();
    }

    String row() {
        return ours.row();
    }

    String label() {
        return ours.label() + ", " + comparison;
    }
}
