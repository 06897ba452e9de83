package io.foodsafety.runtime.internal;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.form.FormTemplate;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.region.Region;
import io.foodsafety.region.RegionException;
import io.foodsafety.spi.region.RegionPack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the host says about rules: a region, packs that no plug-in offers, policies and forms on top
 * of the region's, and the policies whose changes of grades are recorded.
 */
public final class RuleSettings {

  /** With a day behind it, the id is a value of an index. */
  private static final int MAX_RECORDED_ID = 200;

  private Optional<String> region = Optional.empty();
  private final List<RegionPack> packs = new ArrayList<>();
  private final List<Path> policies = new ArrayList<>();
  private final List<CityForms.Source> forms = new ArrayList<>();
  private final Set<String> recorded = new TreeSet<>();

  /** No region, and nothing on top. */
  public RuleSettings() {}

  /** Chooses the region, by its id. */
  public void choose(String regionId) {
    region = Optional.of(regionId);
  }

  /** Adds a pack, which takes the place of a plug-in's of the same id. */
  public void add(RegionPack pack) {
    packs.add(Objects.requireNonNull(pack, "pack"));
  }

  /** Adds a policy file. */
  public void addPolicy(Path file) {
    policies.add(Objects.requireNonNull(file, "file"));
  }

  /** Adds a form file. */
  public void addForm(Path file) {
    Objects.requireNonNull(file, "file");
    forms.add(catalogue -> FormTemplate.read(file, catalogue));
  }

  /** Adds a form. */
  public void add(FormTemplate form) {
    Objects.requireNonNull(form, "form");
    forms.add(catalogue -> form);
  }

  /**
   * Records changes of grades by a policy.
   *
   * @throws IllegalArgumentException if the id is longer than 200 characters, or no well-formed
   *     code
   */
  public void recordGradesOf(String policyId) {
    AttributeValue.code(policyId); // it is one in every fact
    if (policyId.length() > MAX_RECORDED_ID) {
      throw new IllegalArgumentException(
          "The id of a policy whose grades are recorded must have at most %d characters; it has %d."
              .formatted(MAX_RECORDED_ID, policyId.length()));
    }
    recorded.add(policyId);
  }

  /** Reads the region; what is wrong is added to the problems. */
  Optional<Region> readRegion(LoadedPlugins plugins, StartupProblems problems) {
    if (region.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Region.load(region.get(), allPacks(plugins)));
    } catch (RegionException e) {
      problems.addAll(e.issues());
      Optional.ofNullable(e.getCause()).ifPresent(problems::keep);
      return Optional.empty();
    }
  }

  private List<RegionPack> allPacks(LoadedPlugins plugins) {
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
    return all;
  }

  /** Reads the policies of the region, then those of the host. */
  CityPolicies readPolicies(Optional<Region> known, List<Issue> issues) {
    return CityPolicies.read(known, policies, recorded, issues);
  }

  /** Reads the forms of the region, then those of the host. */
  CityForms readForms(Optional<Region> known, FactCatalogue catalogue, List<Issue> issues) {
    List<CityForms.Source> sources = new ArrayList<>();
    known.ifPresent(each -> each.forms().forEach(form -> sources.add(any -> form)));
    sources.addAll(forms);
    return CityForms.read(sources, catalogue, issues);
  }
}
