/** The Weir operators at home in Project Reactor. */
module io.weir.reactor {
    requires transitive io.weir;
    requires transitive reactor.core;
    requires static transitive org.jspecify;
    requires static reactor.blockhound;

    exports io.weir.reactor;
}
