package io.foodsafety.runtime.internal;

import io.foodsafety.runtime.PluginReport.OfferKind;
import io.foodsafety.spi.FoodSafetyPlugin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which plug-ins the host wants: handed over, looked for, left out, preferred. */
public final class PluginSettings {

  /** A name within its kind of offer. */
  record OfferName(OfferKind kind, String name) implements Comparable<OfferName> {

    private static final Comparator<OfferName> ORDER =
        Comparator.comparing(OfferName::kind).thenComparing(OfferName::name);

    @Override
    public int compareTo(OfferName other) {
      return ORDER.compare(this, other);
    }
  }

  private final List<FoodSafetyPlugin> given = new ArrayList<>();
  private final NavigableSet<String> excluded = new TreeSet<>();
  private final Map<OfferName, String> preferred = new TreeMap<>();
  private boolean discovering = true;
  private @Nullable ClassLoader loader;

  /** No plug-ins are handed over, and the context class loader is asked. */
  public PluginSettings() {}

  /** Hands over a plug-in. */
  public void give(FoodSafetyPlugin plugin) {
    given.add(plugin);
  }

  /** Looks for plug-ins with a class loader. */
  public void discoverWith(ClassLoader newLoader) {
    discovering = true;
    loader = newLoader;
  }

  /** Looks for no plug-ins. */
  public void dontDiscover() {
    discovering = false;
  }

  /** Leaves a plug-in out, by id or class name. */
  public void exclude(String plugin) {
    excluded.add(plugin);
  }

  /** Prefers a plug-in's offer. */
  public void prefer(OfferKind kind, String name, String plugin) {
    preferred.put(new OfferName(kind, name), plugin);
  }

  List<FoodSafetyPlugin> given() {
    return List.copyOf(given);
  }

  NavigableSet<String> excluded() {
    return excluded;
  }

  Map<OfferName, String> preferred() {
    return preferred;
  }

  Optional<ClassLoader> discovery() {
    if (!discovering) {
      return Optional.empty();
    }
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader usual = context != null ? context : PluginSettings.class.getClassLoader();
    return Optional.of(loader != null ? loader : usual);
  }
}
