/** Reactive Streams operators that decide, in the open, what happens when a producer is faster than its consumer. */
module io.weir {
    requires transitive org.reactivestreams;
    requires static transitive org.jspecify;
    requires org.jctools.core.jdk11;

    exports io.weir;
    exports io.weir.flatten;
    exports io.weir.overflow;
    exports io.weir.spi;
    exports io.weir.timing;
}
