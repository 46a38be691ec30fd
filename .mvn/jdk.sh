# Sourced by mvnw and the scripts in deploy: leaves JAVA_HOME at a JDK 25, or says what is missing and fails.
# Looks at JAVA_HOME, at java on the path, then where the usual installers put JDKs.

cc_is_jdk_25() {
  [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25[".]' "$1/release" 2>/dev/null
}

cc_find_jdk_25() {
  if [ -n "${JAVA_HOME-}" ] && cc_is_jdk_25 "$JAVA_HOME"; then
    printf '%s\n' "$JAVA_HOME"
    return 0
  fi
  cc_java=$(command -v java 2>/dev/null) || cc_java=
  if [ -n "$cc_java" ]; then
    cc_home=$(dirname "$(dirname "$(readlink -f "$cc_java" 2>/dev/null || printf '%s' "$cc_java")")")
    if cc_is_jdk_25 "$cc_home"; then
      printf '%s\n' "$cc_home"
      return 0
    fi
  fi
  for cc_root in /usr/lib/jvm /usr/java /usr/local/java /opt /opt/java "$HOME/.sdkman/candidates/java" "$HOME/.jdks" \
    "$HOME/.asdf/installs/java" "$HOME/.local/share/mise/installs/java" /Library/Java/JavaVirtualMachines; do
    [ -d "$cc_root" ] || continue
    for cc_home in $(find "$cc_root" -mindepth 1 -maxdepth 1 2>/dev/null | sort); do
      for cc_candidate in "$cc_home" "$cc_home/Contents/Home"; do
        if cc_is_jdk_25 "$cc_candidate"; then
          printf '%s\n' "$cc_candidate"
          return 0
        fi
      done
    done
  done
  return 1
}

if JAVA_HOME=$(cc_find_jdk_25); then
  export JAVA_HOME
else
  {
    echo "Control Center needs a JDK 25 and found none."
    echo "Looked at JAVA_HOME, at java on the path, /usr/lib/jvm, /opt, ~/.sdkman, ~/.jdks and their like."
    echo "Install one (for example Temurin 25, or 'sdk install java 25-tem') or set JAVA_HOME to it."
  } >&2
  exit 1
fi
