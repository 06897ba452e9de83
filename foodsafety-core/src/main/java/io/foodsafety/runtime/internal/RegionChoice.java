package io.foodsafety.runtime.internal;

import io.foodsafety.region.Region;
import io.foodsafety.region.RegionException;
import io.foodsafety.spi.region.RegionPack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the host says about rules: a region, packs that no plug-in offers, and policy files.
 *
 * @param region the id of the region, if there is one
 * @param packs packs beside those of plug-ins; each takes the place of a plug-in's of the same id
 * @param policyFiles policies on top of the region's
 * @param recorded the ids of the policies whose changes of grades are recorded
 */
public record RegionChoice(
    Optional<String> region, List<RegionPack> packs, List<Path> policyFiles, Set<String> recorded) {

  /** Reads the region; what is wrong is added to the problems. */
  Optional<Region> read(LoadedPlugins plugins, StartupProblems problems) {
    if (region.isEmpty()) {
      return Optional.empty();
    }
    List<RegionPack> all = new ArrayList<>(packs);
    // A pack that cannot even say its id is reported when the region is read.
    Set<String> given =
        packs.stream()
            .flatMap(pack -> PluginBoundary.call(pack::id, failure -> {}).stream())
            .collect(Collectors.toSet());
    plugins
        .regions()
        .forEach(
            (id, offered) -> {
              if (!given.contains(id)) {
                all.add(offered.value());
              }
            });
    try {
      return Optional.of(Region.load(region.get(), all));
    } catch (RegionException e) {
      problems.addAll(e.issues());
      Optional.ofNullable(e.getCause()).ifPresent(problems::keep);
      return Optional.empty();
    }
  }
}
