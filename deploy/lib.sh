# Sourced by the scripts beside it: finds the JDK, builds what is not built, runs a class of the deploy module.

PROJECT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
DATA=${CONTROL_CENTER_DATA:-$PROJECT/deploy/.data}
. "$PROJECT/.mvn/jdk.sh"
APPS="identity-service order-service repair-service maintenance-service billing-service notification-service gateway"

running() {
  [ -f "$DATA/launcher.pid" ] && kill -0 "$(cat "$DATA/launcher.pid")" 2>/dev/null
}

# A module is built when nothing that it is made of is newer than its jar and than the last build here.
is_built() {
  local jar="$PROJECT/$1/target/$1-1.0.0-SNAPSHOT.jar" mark="$PROJECT/deploy/target/built"
  [ -f "$jar" ] || return 1
  [ -f "$mark" ] || mark=$jar
  [ -z "$(find "$PROJECT/$1/src/main" "$PROJECT/$1/pom.xml" "$PROJECT/pom.xml" -type f -newer "$jar" -newer "$mark" -print -quit)" ]
}

build_if_needed() {
  local missing= module
  for module in platform-starter $APPS deploy; do
    is_built "$module" || missing="$missing $module"
  done
  [ -f "$PROJECT/deploy/target/classpath" ] || missing="$missing deploy"
  [ -n "$missing" ] || return 0
  echo "  building what changed:$missing"
  mkdir -p "$PROJECT/deploy/target"
  if ! (set -o pipefail; cd "$PROJECT" && ./mvnw -B -ntp -DskipTests package 2>&1 </dev/null | tee deploy/target/build.log |
    sed -u -n 's/^\[INFO\] Building \(.*\) 1\..*\[\(.*\)\]$/  building \2 \1/p'); then
    grep -E '^\[ERROR\]' "$PROJECT/deploy/target/build.log" | head -20 >&2
    echo "The build failed; all of it is in deploy/target/build.log" >&2
    exit 1
  fi
  touch "$PROJECT/deploy/target/built"
}

launch() {
  exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx192m --enable-native-access=ALL-UNNAMED \
    -cp "$PROJECT/deploy/target/classes:$(cat "$PROJECT/deploy/target/classpath")" "$@"
}
