package io.foodsafety.examples.cli;

import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.FoodSafetyBuilder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Who opens a database. There is no option for the password: options show in lists of processes.
 */
final class DatabaseOptions {

  private static final String H2 = "jdbc:h2:";
  private static final String ONLY_IF_EXISTS = ";IFEXISTS=TRUE";

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description =
          "User of the database. Default: FOODSAFETY_DB_USER. The password is FOODSAFETY_DB_PASSWORD.")
  private @Nullable String user;

  /** A builder for the city kept at a URL; an embedded database is made if there is none. */
  FoodSafetyBuilder builder(String url, Console console) {
    Map<String, String> settings = new HashMap<>();
    settings.put("url", url);
    put(settings, "user", user, console.environment().get("FOODSAFETY_DB_USER"));
    put(settings, "password", null, console.environment().get("FOODSAFETY_DB_PASSWORD"));
    return FoodSafety.builder().storage("jdbc", settings).clock(console.clock());
  }

  /** A builder for a city that is there already: reading makes no new database. */
  FoodSafetyBuilder existing(String url, Console console) {
    boolean mayBeMade =
        url.startsWith(H2 + "file:") && !url.toUpperCase(Locale.ROOT).contains("IFEXISTS");
    return builder(mayBeMade ? url + ONLY_IF_EXISTS : url, console);
  }

  private static void put(
      Map<String, String> settings,
      String key,
      @Nullable String option,
      @Nullable String environment) {
    String value = option == null ? environment : option;
    if (value != null) {
      settings.put(key, value);
    }
  }
}
