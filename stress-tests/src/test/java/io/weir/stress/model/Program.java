package io.weir.stress.model;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Runs the steps on an operator and on its model. A step that upstream may not take is left out. */
final class Program {
    private final Reality reality = new Reality();
    private final Model model;
    private int nextItem = 1;
    private int nextInnerItem = 1;
    private boolean upstreamEnded;
    private boolean wasLate; // something came after the cancellation: once is enough

    Program(Function<Reality, Publisher<Integer>> stage, Function<Seen, Model> model) {
        this.model = model.apply(reality.seen);
        reality.subscribeTo(stage);
        this.model.start();
    }

    /** What is different after which step; null if nothing ever is. */
    @Nullable
    String difference(List<Step> steps) {
        String before = "at the start";
        for (int i = 0; ; i++) {
            String expected = model.seen.toString();
            String actual = reality.seen.toString();
            if (!actual.equals(expected)) {
                return before + "\n  expected: " + expected + "\n  but was:  " + actual;
            }
            if (i == steps.size()) {
                return null;
            }
            Step step = steps.get(i);
            before = "after step " + (i + 1) + ", " + step;
            try {
                take(step);
            } catch (RuntimeException e) {
                return before + ": " + e;
            }
        }
    }

    private void take(Step step) {
        switch (step.kind()) {
            case SEND -> {
                if (maySend()) {
                    int item = nextItem++;
                    reality.send(item);
                    model.send(item);
                }
            }
            case COMPLETE, FAIL -> {
                if (mayEnd()) {
                    boolean failed = step.kind() == Step.Kind.FAIL;
                    upstreamEnded = true;
                    reality.upstreamEnds(failed);
                    model.upstreamEnds(failed);
                }
            }
            case REQUEST -> request(step.number());
            case UNBOUNDED -> request(Long.MAX_VALUE);
            case REFUSE -> {
                reality.refuse();
                model.refuse();
            }
            case CANCEL -> {
                reality.cancel();
                model.cancel();
            }
            case BREAK -> {
                reality.breakCallback();
                model.breakCallback();
            }
            case TICK -> {
                reality.tick();
                model.tick();
            }
            case INNER_SEND, INNER_COMPLETE, INNER_FAIL -> inner(step);
        }
    }

    private void request(long n) {
        reality.request(n);
        model.request(n);
    }

    private boolean maySend() {
        return mayEnd() && (model.seen.isUpstreamCancelled() || nextItem - 1 < model.seen.asked());
    }

    private boolean mayEnd() {
        if (!upstreamEnded && model.seen.isUpstreamCancelled()) {
            boolean first = !wasLate;
            wasLate = true;
            return first;
        }
        return !upstreamEnded;
    }

    private void inner(Step step) {
        List<Integer> inners = model.inners();
        if (inners.isEmpty()) {
            return;
        }
        int inner = inners.get((step.number() - 1) % inners.size());
        if (step.kind() != Step.Kind.INNER_SEND) {
            boolean failed = step.kind() == Step.Kind.INNER_FAIL;
            reality.innerEnds(inner, failed);
            model.innerEnded(inner, failed);
        } else if (model.innerMaySend(inner) > 0) {
            int item = 1_000_000 + nextInnerItem++;
            reality.innerSends(inner, item);
            model.innerItem(inner, item);
        }
    }
}
