package io.foodsafety.runtime.internal;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.internal.NearestNames;
import io.foodsafety.runtime.PluginReport.OfferKind;
import io.foodsafety.runtime.internal.LoadedPlugins.Offered;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Opens offers of one kind that the host has chosen by name; what is wrong is a problem.
 *
 * @param kind the kind
 * @param offers what is offered, by name
 * @param keys the settings of an offer
 * @param unknown the problem with a name that nobody offers
 * @param failed the problem with an offer that does not open
 * @param <P> the type of the offers
 */
record OfferOpening<P>(
    OfferKind kind,
    Map<String, Offered<P>> offers,
    Function<P, List<ConfigKey<?>>> keys,
    IssueType unknown,
    IssueType failed) {

  /** Opens an offer; nothing if that fails. */
  <T> Optional<T> open(
      String name,
      Map<String, String> settings,
      BiFunction<P, Config, T> opener,
      LoadedPlugins plugins,
      StartupProblems problems) {
    Offered<P> offered = offers.get(name);
    if (offered == null) {
      reportUnknown(name, plugins, problems);
      return Optional.empty();
    }
    return OfferSettings.check(kind, name, offered, keys, settings, problems)
        .flatMap(
            config ->
                PluginBoundary.call(
                    () -> opener.apply(offered.value(), config),
                    cause -> problems.add(failure(name, offered, cause), cause)));
  }

  /** A name that several plug-ins offer has been reported already. */
  private void reportUnknown(String name, LoadedPlugins plugins, StartupProblems problems) {
    if (!plugins.isOffered(kind, name)) {
      problems.add(
          unknown
              .at(Location.unknown())
              .with("name", name)
              .with("nearest", NearestNames.of(name, offers.keySet()))
              .build());
    }
  }

  private Issue failure(String name, Offered<P> offered, Throwable cause) {
    return failed
        .at(new Location(offered.source(), 0, ""))
        .with("plugin", offered.plugin())
        .with("name", name)
        .with("cause", PluginBoundary.describe(cause))
        .build();
  }
}
