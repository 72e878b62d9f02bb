/** The Weir operators at home in RxJava 3. */
@SuppressWarnings("module") // RxJava has this number in its name, too
module io.weir.rxjava3 {
    requires transitive io.weir;
    requires transitive io.reactivex.rxjava3;
    requires static transitive org.jspecify;

    exports io.weir.rxjava3;
}
