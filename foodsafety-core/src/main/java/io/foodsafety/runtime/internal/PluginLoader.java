package io.foodsafety.runtime.internal;

import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.internal.NearestNames;
import io.foodsafety.runtime.PluginReport;
import io.foodsafety.runtime.PluginReport.Reason;
import io.foodsafety.runtime.StartupIssues;
import io.foodsafety.runtime.internal.PluginDiscovery.Candidate;
import io.foodsafety.spi.FoodSafetyPlugin;
import io.foodsafety.spi.PluginDescriptor;
import io.foodsafety.spi.SpiVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Loads plug-ins and collects everything that is wrong with any of them. Results and issues are
 * ordered by id, never by the class path.
 */
final class PluginLoader {

  private static final String OWN_PACKAGES = "io.foodsafety.";

  /** A plug-in that said who it is. */
  record Loaded(Candidate candidate, PluginDescriptor descriptor, FoodSafetyPlugin plugin) {

    String id() {
      return descriptor.id();
    }

    String source() {
      return candidate.source();
    }

    /** Begins an issue about it. */
    IssueType.Builder issue(IssueType type) {
      return type.at(new Location(source(), 0, "")).with("plugin", id());
    }
  }

  private final PluginSettings settings;
  private final StartupProblems problems;
  private final List<PluginReport> reports = new ArrayList<>();
  private final Set<String> used = new TreeSet<>();

  private PluginLoader(PluginSettings settings, StartupProblems problems) {
    this.settings = settings;
    this.problems = problems;
  }

  /** Loads what the settings ask for; what is wrong is added to the problems. */
  static LoadedPlugins load(PluginSettings settings, StartupProblems problems) {
    return new PluginLoader(settings, problems).load();
  }

  private LoadedPlugins load() {
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(Candidate.of(new CorePlugin(), Reason.BUILT_IN));
    settings.given().forEach(plugin -> candidates.add(Candidate.of(plugin, Reason.GIVEN)));
    settings
        .discovery()
        .ifPresent(loader -> candidates.addAll(PluginDiscovery.find(loader, problems)));

    List<Loaded> known = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (isExcluded(candidate, candidate.type())) {
        leaveOut(candidate, candidate.type(), "");
      } else {
        identify(candidate).ifPresent(known::add);
      }
    }
    List<Loaded> fit = withoutDuplicates(known).stream().filter(this::fits).toList();
    checkExclusions(known);

    PluginOffers offers = PluginOffers.collect(fit, settings.preferred(), problems);
    fit.forEach(each -> reports.add(report(each, offers)));
    reports.sort(Comparator.comparing(PluginReport::id).thenComparing(PluginReport::source));
    return new LoadedPlugins(
        offers.storages(),
        offers.messagings(),
        offers.channels(),
        offers.formats(),
        offers.regions(),
        offers.renderers(),
        offers.documentRenderers(),
        offers.cryptoProviders(),
        offers.keyProviders(),
        reports);
  }

  private boolean isExcluded(Candidate candidate, String name) {
    boolean excluded =
        candidate.reason() == Reason.DISCOVERED && settings.excluded().contains(name);
    if (excluded) {
      used.add(name);
    }
    return excluded;
  }

  private void leaveOut(Candidate candidate, String id, String version) {
    reports.add(
        new PluginReport(
            id, version, candidate.type(), candidate.source(), Reason.EXCLUDED, List.of()));
  }

  private Optional<Loaded> identify(Candidate candidate) {
    Optional<Loaded> loaded =
        PluginBoundary.<FoodSafetyPlugin>call(
                candidate.maker(), cause -> broken(StartupIssues.PROVIDER_BROKEN, candidate, cause))
            .flatMap(
                plugin ->
                    PluginBoundary.<PluginDescriptor>call(
                            plugin::descriptor,
                            cause -> broken(StartupIssues.DESCRIPTOR_BROKEN, candidate, cause))
                        .map(descriptor -> new Loaded(candidate, descriptor, plugin)));
    if (loaded.isPresent() && isExcluded(candidate, loaded.get().id())) {
      leaveOut(candidate, loaded.get().id(), loaded.get().descriptor().version());
      return Optional.empty();
    }
    return loaded;
  }

  private void broken(IssueType type, Candidate candidate, Throwable cause) {
    problems.add(
        type.at(new Location(candidate.source(), 0, ""))
            .with("plugin", candidate.type())
            .with("cause", PluginBoundary.describe(cause))
            .build(),
        cause);
  }

  private List<Loaded> withoutDuplicates(List<Loaded> known) {
    Map<String, List<Loaded>> byId = new TreeMap<>();
    known.forEach(each -> byId.computeIfAbsent(each.id(), id -> new ArrayList<>()).add(each));
    List<Loaded> single = new ArrayList<>();
    byId.forEach(
        (id, sharing) -> {
          List<Place> places = places(sharing);
          if (places.size() == 1) {
            single.add(sharing.get(0));
          }
          for (Place other : places.subList(1, places.size())) {
            problems.add(
                StartupIssues.DUPLICATE_ID
                    .at(Location.unknown())
                    .with("plugin", id)
                    .with("type", places.get(0).type())
                    .with("jar", places.get(0).jar())
                    .with("otherType", other.type())
                    .with("otherJar", other.jar())
                    .build());
          }
        });
    return single;
  }

  private record Place(String type, String jar) {}

  /** Class and jar of each, in an order of their own. */
  private static List<Place> places(List<Loaded> plugins) {
    return plugins.stream()
        .flatMap(
            each ->
                each.candidate().sources().stream()
                    .map(source -> new Place(each.candidate().type(), source)))
        .sorted(Comparator.comparing(Place::jar).thenComparing(Place::type))
        .toList();
  }

  private boolean fits(Loaded loaded) {
    SpiVersion wanted = loaded.descriptor().spiVersion();
    boolean fits = wanted.worksWith(SpiVersion.current());
    if (!fits) {
      problems.add(
          loaded
              .issue(StartupIssues.SPI_VERSION)
              .with("wanted", wanted)
              .with("current", SpiVersion.current())
              .build());
    }
    if (loaded.id().startsWith(PluginDescriptor.RESERVED_PREFIX)
        && !loaded.candidate().type().startsWith(OWN_PACKAGES)) {
      problems.add(
          loaded.issue(StartupIssues.RESERVED_ID).with("type", loaded.candidate().type()).build());
    }
    return fits;
  }

  private void checkExclusions(List<Loaded> known) {
    List<String> ids = known.stream().map(Loaded::id).distinct().toList();
    for (String wanted : settings.excluded()) {
      if (!used.contains(wanted)) {
        problems.add(
            StartupIssues.EXCLUSION_UNKNOWN
                .at(Location.unknown())
                .with("plugin", wanted)
                .with("nearest", NearestNames.of(wanted, ids))
                .build());
      }
    }
  }

  private static PluginReport report(Loaded loaded, PluginOffers offers) {
    Candidate candidate = loaded.candidate();
    return new PluginReport(
        loaded.id(),
        loaded.descriptor().version(),
        candidate.type(),
        loaded.source(),
        candidate.reason(),
        offers.of(loaded));
  }
}
