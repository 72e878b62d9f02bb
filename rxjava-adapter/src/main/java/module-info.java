/** The Weir operators at home in RxJava 3. */
module io.weir.rxjava3 {
    requires transitive io.weir;
    requires transitive io.reactivex.rxjava3;
    requires static transitive org.jspecify;

    exports io.weir.rxjava3;
}
