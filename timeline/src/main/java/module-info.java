/** Records what crosses each boundary of a pipeline, and draws it. */
module io.weir.timeline {
    requires transitive io.weir;
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.core;

    exports io.weir.timeline;
}
