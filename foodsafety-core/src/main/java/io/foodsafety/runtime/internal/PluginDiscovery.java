package io.foodsafety.runtime.internal;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.runtime.PluginReport.Reason;
import io.foodsafety.runtime.StartupIssues;
import io.foodsafety.spi.FoodSafetyPlugin;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds plug-ins with a class loader, each by itself, so that a broken one hides no other. */
final class PluginDiscovery {

  /** Broken lines in service files after which the search is given up. */
  private static final int MAX_BROKEN = 1_000;

  /** How the service loader writes the class that it speaks of. */
  private static final Pattern CLASS_NAME =
      Pattern.compile("(?:Provider |Error: )([\\w$]+(?:\\.[\\w$]+)+)");

  /**
   * A plug-in that is not made yet.
   *
   * @param type the name of its class
   * @param sources where the class came from; several, if a class path holds it more than once
   * @param reason why it is a candidate
   * @param maker makes it
   */
  record Candidate(
      String type,
      SortedSet<String> sources,
      Reason reason,
      Callable<? extends @Nullable FoodSafetyPlugin> maker) {

    /** A plug-in that exists already. */
    static Candidate of(FoodSafetyPlugin plugin, Reason reason) {
      Class<?> type = plugin.getClass();
      return new Candidate(
          type.getName(), new TreeSet<>(Set.of(CodeSources.of(type))), reason, () -> plugin);
    }

    /** Where the class came from, in one text. */
    String source() {
      return String.join(" and ", sources);
    }
  }

  private PluginDiscovery() {}

  static List<Candidate> find(ClassLoader loader, StartupProblems problems) {
    List<Candidate> found = new ArrayList<>();
    Iterator<ServiceLoader.Provider<FoodSafetyPlugin>> providers =
        ServiceLoader.load(FoodSafetyPlugin.class, loader).stream().iterator();
    int broken = 0;
    while (broken < MAX_BROKEN) {
      try {
        if (!providers.hasNext()) {
          break;
        }
        found.add(candidate(loader, providers.next()));
      } catch (ServiceConfigurationError | LinkageError e) {
        problems.add(broken(loader, e), e);
        broken++;
      }
    }
    return found;
  }

  private static Candidate candidate(
      ClassLoader loader, ServiceLoader.Provider<FoodSafetyPlugin> provider) {
    Class<? extends FoodSafetyPlugin> type = provider.type();
    // Of two jars with the same class, the service loader sees one, by class-path order.
    SortedSet<String> sources = CodeSources.ofServiceFilesNaming(loader, type.getName());
    if (sources.isEmpty()) {
      sources.add(CodeSources.of(type));
    }
    return new Candidate(type.getName(), sources, Reason.DISCOVERED, () -> make(provider));
  }

  /** The service loader wraps whatever a constructor throws; errors come out as themselves. */
  private static FoodSafetyPlugin make(ServiceLoader.Provider<FoodSafetyPlugin> provider)
      throws Exception {
    try {
      return provider.get();
    } catch (ServiceConfigurationError e) {
      Throwable cause = e.getCause();
      if (cause instanceof Error error) {
        throw error;
      }
      throw cause instanceof Exception exception ? exception : new IllegalStateException(e);
    }
  }

  private static Issue broken(ClassLoader loader, Error error) {
    if (error.getCause() instanceof Error cause && !(cause instanceof LinkageError)) {
      throw cause;
    }
    String text =
        PluginBoundary.describe(error)
            .replace(FoodSafetyPlugin.class.getName() + ": ", "")
            .replaceFirst("^ServiceConfigurationError: ", "");
    Matcher named = CLASS_NAME.matcher(text);
    String type = named.find() ? String.valueOf(named.group(1)) : CodeSources.SERVICE_FILE;
    Set<String> sources = CodeSources.ofServiceFilesNaming(loader, type);
    return StartupIssues.PROVIDER_BROKEN
        .at(
            new Location(
                sources.isEmpty() ? CodeSources.ofUrlIn(text) : String.join(" and ", sources),
                0,
                ""))
        .with("plugin", type)
        .with("cause", text)
        .build();
  }
}
