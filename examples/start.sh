# Sourced by ./lab, ./lesson, ./neighbours, ./bench, ./stress and ./soak, which say their $name and their $home: finds Java, and builds the modules that
# they are made of if their sources are newer than what was built. After that, `start OPTIONS CLASS ARGUMENTS` runs a class.
# JAVA_OPTS goes to the JVM, after the $jvm_defaults of the script.

case "$name" in
  stress | soak) modules="operators reactor-adapter rxjava-adapter stress-tests" ;;
  bench) modules="operators reactor-adapter rxjava-adapter timeline benchmarks" ;;
  *) modules="operators reactor-adapter timeline examples" ;;
esac
own=${modules##* } # the last one has the classes that are run
classpath="$home/$own/target/classpath"
built="$home/$own/target/built" # says where; its time is that of the last build that was finished

fail() {
  echo "$name: $1" >&2
  exit 2
}

is_stale() {
  [ -f "$classpath" ] && [ -f "$built" ] && [ "$(cat "$built")" = "$home" ] || return 0
  for module in $modules; do
    [ -d "$home/$module/target/classes" ] || return 0
    [ -z "$(find "$home/pom.xml" "$home/$module/pom.xml" "$home/$module/src/main" -newer "$built" | head -n 1)" ] || return 0
  done
  return 1
}

start() {
  # JAVA_OPTS is split into words on purpose.
  # shellcheck disable=SC2086
  exec "$java" ${jvm_defaults:-} ${JAVA_OPTS:-} -cp "$home/$own/target/classes:$(cat "$classpath")" "$@"
}

if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
  java="$JAVA_HOME/bin/java"
else
  java=$(command -v java) || fail "needs Java 17 or newer: there is no java on the PATH, and JAVA_HOME is not set"
fi
version=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
[ "${version:-0}" -ge 17 ] || fail "needs Java 17 or newer; $java is Java ${version:-of an unknown version}"

if is_stale; then
  command -v mvn > /dev/null || fail "needs Maven 3.8 or newer to build itself: there is no mvn on the PATH"
  echo "$name: building first, which takes a minute or two on a fresh machine ..." >&2
  log=$(cd "$home" && mvn -q -B -ntp -Dstyle.color=never -pl "$own" -am -Denforcer.skip=true process-classes \
    < /dev/null 2>&1) || {
    echo "$log" >&2
    fail "the build has failed, see above"
  }
  echo "$home" > "$built"
fi
