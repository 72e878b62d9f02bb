/** The Weir operators at home in Project Reactor. */
module io.weir.reactor {
    requires transitive io.weir;
    requires transitive reactor.core;
    requires static transitive org.jspecify;

    exports io.weir.reactor;
}
