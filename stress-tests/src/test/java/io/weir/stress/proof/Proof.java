package io.weir.stress.proof;

import java.util.Locale;

/**
 * What has been proved of one operator: how many tests of each kind it has passed.
 *
 * @param operator as users call it
 * @param tck rules of the specification, in all its configurations
 * @param contract the contract that all operators share
 * @param model configurations in which it did what its model does
 * @param stress encounters of two threads at full speed
 * @param exploration the same encounters in many orders
 * @param mutation of the classes that are its own
 */
record Proof(String operator, int tck, int contract, int model, int stress, int exploration, Mutations.Score mutation) {
    boolean isWhole() {
        return tck > 0
                && contract > 0
                && model > 0
                && stress > 0
                && (exploration > 0 || !Evidence.EXPLORED)
                && mutation.all() > 0;
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| [`%s`](operators/%s.md) | %d | %d | %d | %d | %d | %s |",
                operator,
                operator,
                tck,
                contract,
                model,
                stress,
                exploration,
                mutation);
    }
}
