package io.foodsafety.storage.jdbc.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A checked address of a database. Settings that would break a promise of the storage are refused.
 *
 * @param kind what is behind it
 * @param given the address as the user gave it
 * @param driver the address for the driver
 * @param compactionMillis how long an H2 file may give back space when it closes
 */
record DatabaseUrl(Kind kind, String given, String driver, int compactionMillis) {

  /** The databases that this adapter knows. */
  enum Kind {
    H2_FILE,
    H2_MEMORY,
    POSTGRESQL
  }

  private static final String H2_FILE = "jdbc:h2:file:";
  private static final String H2_MEMORY = "jdbc:h2:mem:";
  private static final String POSTGRESQL = "jdbc:postgresql:";

  /** Settings of H2 that hold anyway. */
  private static final List<String> H2_ALREADY_SO =
      List.of("WRITE_DELAY=0", "DB_CLOSE_DELAY=-1", "DB_CLOSE_ON_EXIT=FALSE");

  /** H2 would write its own log beside the data, with the values of statements. */
  private static final String H2_NO_TRACE = ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

  /**
   * When the last storage closes, the space of what was replaced is given back ({@link
   * H2Compaction}), for at most so many milliseconds. Without a background writer nothing else does
   * so, and many small commits would leave a file many times the size of its content; in 200 ms,
   * the default of H2, it hardly begins.
   */
  private static final String H2_COMPACTION = "MAX_COMPACT_TIME=";

  private static final int H2_COMPACTION_MILLIS = 5_000;

  /** Parameters of PostgreSQL that would break a promise, or show a secret. */
  private static final Set<String> POSTGRESQL_REFUSED =
      Set.of(
          "password",
          "sslpassword",
          "targetServerType",
          "loadBalanceHosts",
          "readOnly",
          "readOnlyMode",
          "autosave",
          "options",
          "preferQueryMode",
          "raiseExceptionOnSilentRollback",
          "reWriteBatchedInserts");

  static DatabaseUrl parse(String url) {
    if (url.startsWith(H2_FILE)) {
      return h2File(url);
    }
    if (url.startsWith(H2_MEMORY)) {
      return h2Memory(url);
    }
    if (url.startsWith(POSTGRESQL)) {
      return postgresql(url);
    }
    throw new IllegalArgumentException(
        "It must begin with %s, %s or %s; servers of H2 are not supported."
            .formatted(H2_FILE, H2_MEMORY, POSTGRESQL));
  }

  /** The address without its settings, for messages. */
  String shown() {
    return given.replaceFirst("[;?].*", "");
  }

  @Override
  public String toString() {
    return shown();
  }

  private static DatabaseUrl h2File(String url) {
    String[] parts = url.substring(H2_FILE.length()).split(";", -1);
    String path = parts[0];
    if (path.isBlank() || path.matches("[A-Za-z]{2,}:.*")) {
      throw new IllegalArgumentException("It must name a plain file after " + H2_FILE + ".");
    }
    String absolute = path.startsWith("~") ? path : Path.of(path).toAbsolutePath().toString();
    String driver = "jdbc:h2:" + H2File.SCHEME + ":" + absolute + h2Settings(parts);
    return new DatabaseUrl(
        Kind.H2_FILE,
        url,
        driver + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
        compactionMillis(parts));
  }

  private static DatabaseUrl h2Memory(String url) {
    String[] parts = url.substring(H2_MEMORY.length()).split(";", -1);
    if (parts[0].isBlank()) {
      throw new IllegalArgumentException(
          "It must give the database a name after " + H2_MEMORY + ".");
    }
    return new DatabaseUrl(Kind.H2_MEMORY, url, H2_MEMORY + parts[0] + h2Settings(parts), 0);
  }

  private static String h2Settings(String[] parts) {
    StringBuilder kept = new StringBuilder(";QUERY_CACHE_SIZE=64");
    for (int i = 1; i < parts.length; i++) {
      String setting = setting(parts[i]);
      boolean passed = setting.startsWith("CACHE_SIZE=") || setting.startsWith("IFEXISTS=");
      boolean free = passed || setting.startsWith(H2_COMPACTION);
      if (!free && !setting.isEmpty() && !H2_ALREADY_SO.contains(setting)) {
        throw new IllegalArgumentException(
            "The H2 setting (%s) is not allowed here; allowed are CACHE_SIZE, IFEXISTS, MAX_COMPACT_TIME and %s."
                .formatted(parts[i].strip().replaceFirst("=.*", ""), H2_ALREADY_SO));
      }
      kept.append(passed ? ";" + setting : "");
    }
    // H2 itself has nothing left to do.
    return kept.append(";").append(H2_COMPACTION).append(0).append(H2_NO_TRACE).toString();
  }

  private static int compactionMillis(String[] parts) {
    int millis = H2_COMPACTION_MILLIS;
    for (int i = 1; i < parts.length; i++) {
      if (setting(parts[i]).startsWith(H2_COMPACTION)) {
        String value = setting(parts[i]).substring(H2_COMPACTION.length());
        if (!value.matches("\\d{1,9}")) {
          throw new IllegalArgumentException(
              "MAX_COMPACT_TIME must be a number of milliseconds from 0 to 999999999.");
        }
        millis = Integer.parseInt(value);
      }
    }
    return millis;
  }

  private static String setting(String part) {
    return part.strip().toUpperCase(Locale.ROOT);
  }

  private static DatabaseUrl postgresql(String url) {
    int question = url.indexOf('?');
    String place = question < 0 ? url : url.substring(0, question);
    if (place.contains("@")) {
      throw new IllegalArgumentException(
          "The address must not hold a user or a password. Set the keys (user) and (password) instead.");
    }
    // Of several hosts a connection takes any; they may not agree on what was committed.
    if (place.substring(POSTGRESQL.length()).matches("//[^/]*,.*")) {
      throw new IllegalArgumentException(
          "The address must name one host, that of the primary server; several are not supported.");
    }
    if (question >= 0) {
      for (String parameter : url.substring(question + 1).split("&")) {
        String name = parameter.replaceFirst("=.*", "");
        if (POSTGRESQL_REFUSED.contains(name)) {
          throw new IllegalArgumentException(
              "The PostgreSQL parameter (%s) is not allowed in the address.".formatted(name)
                  + (name.equals("password") ? " Set the key (password) instead." : ""));
        }
      }
    }
    return new DatabaseUrl(Kind.POSTGRESQL, url, url, 0);
  }
}
