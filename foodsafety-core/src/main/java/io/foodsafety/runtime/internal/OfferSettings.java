package io.foodsafety.runtime.internal;

import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.internal.NearestNames;
import io.foodsafety.runtime.PluginReport.OfferKind;
import io.foodsafety.runtime.StartupIssues;
import io.foodsafety.runtime.internal.LoadedPlugins.Offered;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Checks the settings of an offer against its declared keys: an issue for each that is wrong. */
final class OfferSettings {

  private final OfferKind kind;
  private final String name;
  private final Offered<?> offered;
  private final Map<String, String> settings;
  private final StartupProblems problems;

  private OfferSettings(
      OfferKind kind, OfferChoice choice, Offered<?> offered, StartupProblems problems) {
    this.kind = kind;
    this.name = choice.name();
    this.offered = offered;
    this.settings = new TreeMap<>(choice.settings());
    this.problems = problems;
  }

  /** The checked settings; nothing if one is wrong, which is then a problem. */
  static <T> Optional<Config> check(
      OfferKind kind,
      OfferChoice choice,
      Offered<T> offered,
      Function<T, List<ConfigKey<?>>> keys,
      StartupProblems problems) {
    return new OfferSettings(kind, choice, offered, problems)
        .check(() -> List.copyOf(keys.apply(offered.value())));
  }

  private Optional<Config> check(Callable<List<ConfigKey<?>>> declared) {
    int before = problems.count();
    Optional<List<ConfigKey<?>>> keys =
        PluginBoundary.call(
            declared,
            cause ->
                problems.add(
                    issue(StartupIssues.OFFER_BROKEN)
                        .with("what", "its settings")
                        .with("cause", PluginBoundary.describe(cause))
                        .build(),
                    cause));
    keys.ifPresent(
        known -> {
          checkUnknown(known);
          known.forEach(this::checkValue);
        });
    return problems.count() > before
        ? Optional.empty()
        : keys.map(known -> Config.parse(known, settings));
  }

  private void checkUnknown(List<ConfigKey<?>> keys) {
    List<String> names = keys.stream().map(ConfigKey::name).toList();
    for (String key : settings.keySet()) {
      if (!names.contains(key)) {
        problems.add(
            issue(StartupIssues.SETTING_UNKNOWN)
                .with("key", key)
                .with("nearest", NearestNames.of(key, names))
                .build());
      }
    }
  }

  private void checkValue(ConfigKey<?> key) {
    String value = settings.get(key.name());
    if (value == null) {
      if (key.isRequired()) {
        problems.add(
            issue(StartupIssues.SETTING_MISSING)
                .with("key", key.name())
                .with("type", key.typeName())
                .build());
      }
      return;
    }
    try {
      key.parse(value);
    } catch (RuntimeException e) {
      problems.add(
          issue(StartupIssues.SETTING_WRONG)
              .with("key", key.name())
              .with("type", key.typeName())
              .with("value", key.isSensitive() ? "***" : value)
              .with("cause", cause(key, value, e))
              .build());
    }
  }

  /** Why a value is wrong; the check of a sensitive key is trusted only if it keeps its promise. */
  private static String cause(ConfigKey<?> key, String value, RuntimeException failure) {
    if (!(failure instanceof IllegalArgumentException) || failure.getMessage() == null) {
      return key.isSensitive() ? "-" : PluginBoundary.describe(failure);
    }
    String message = failure.getMessage().replaceFirst("\\.$", "");
    return key.isSensitive() && message.contains(value) ? "-" : message;
  }

  private IssueType.Builder issue(IssueType type) {
    return type.at(new Location(offered.source(), 0, ""))
        .with("plugin", offered.plugin())
        .with("what", PluginOffers.word(kind))
        .with("name", name);
  }
}
