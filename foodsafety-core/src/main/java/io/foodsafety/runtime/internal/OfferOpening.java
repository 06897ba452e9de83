package io.foodsafety.runtime.internal;

import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import io.foodsafety.runtime.PluginReport.OfferKind;
import io.foodsafety.runtime.internal.LoadedPlugins.Offered;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
      OfferChoice choice,
      BiFunction<P, Config, T> opener,
      LoadedPlugins plugins,
      StartupProblems problems) {
    return plugins
        .find(kind, offers, choice.name(), unknown, problems)
        .flatMap(offered -> open(offered, choice, opener, problems));
  }

  private <T> Optional<T> open(
      Offered<P> offered,
      OfferChoice choice,
      BiFunction<P, Config, T> opener,
      StartupProblems problems) {
    return OfferSettings.check(kind, choice, offered, keys, problems)
        .flatMap(
            config ->
                PluginBoundary.call(
                    () -> opener.apply(offered.value(), config),
                    cause -> report(choice, cause, problems)));
  }

  /** Says that something went wrong with an offer that is there. */
  void report(OfferChoice choice, Throwable cause, StartupProblems problems) {
    Offered<P> offered = Objects.requireNonNull(offers.get(choice.name()));
    problems.add(
        failed
            .at(new Location(offered.source(), 0, ""))
            .with("plugin", offered.plugin())
            .with("name", choice.name())
            .with("cause", PluginBoundary.describe(cause))
            .build(),
        cause);
  }
}
