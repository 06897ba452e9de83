package io.foodsafety.region.internal;

import com.google.common.hash.Hashing;
import io.foodsafety.document.DocumentTemplate;
import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.form.FormIssues;
import io.foodsafety.form.FormTemplate;
import io.foodsafety.form.internal.FactRuleCheck;
import io.foodsafety.form.internal.FormReader;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.internal.NearestNames;
import io.foodsafety.region.Divisions;
import io.foodsafety.region.PackLayer;
import io.foodsafety.region.RegionIssues;
import io.foodsafety.region.internal.PackDocument.DocumentKey;
import io.foodsafety.region.internal.PackDocument.Json;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.risk.internal.DeclarationReader;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.ObjectReader;
import io.foodsafety.spi.region.RegionPack;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the packs of a region, lays them over one another and checks what comes of it. */
public final class RegionReader {

  private final Map<String, AskedPack> packs = new LinkedHashMap<>();
  private final IssueCollector issues = new IssueCollector();
  private boolean hasNameless;

  /**
   * A reader.
   *
   * @param packs all packs that are there, in any order
   */
  public RegionReader(Iterable<? extends RegionPack> packs) {
    for (RegionPack pack : packs) {
      issues
          .attempt(() -> AskedPack.of(pack, issues))
          .ifPresentOrElse(this::add, () -> hasNameless = true);
    }
  }

  private void add(AskedPack pack) {
    AskedPack other = packs.putIfAbsent(pack.id(), pack);
    if (other != null) {
      issues.add(
          RegionIssues.DUPLICATE_PACK
              .at(Location.unknown())
              .with("pack", pack.id())
              .with("first", other.location())
              .with("second", pack.location())
              .build());
    }
  }

  /** What was found wrong, or worth a look. */
  public IssueCollector issues() {
    return issues;
  }

  /** Reads a region; nothing if it cannot be used, for which there are issues. */
  public Optional<RegionData> read(String id) {
    AskedPack top = packs.get(id);
    if (top == null) {
      reportMissing(
          RegionIssues.UNKNOWN_REGION
              .at(Location.unknown())
              .with("region", id)
              .with("nearest", NearestNames.of(id, packs.keySet()))
              .build());
      return Optional.empty();
    }
    List<Pack> chain = chain(top);
    new ChangeCheck(issues).check(chain);
    Layers layers = new Layers(chain);
    List<RiskPolicy> policies = new ArrayList<>();
    FactCatalogue catalogue = addPolicies(layers, catalogue(layers), policies);
    List<FormTemplate> forms = new ArrayList<>();
    catalogue = addForms(layers, catalogue, forms);
    List<DocumentTemplate> documents = documents(layers, policies);
    Divisions divisions = new DivisionsReader(issues).read(layers);
    Optional<String> division = last(chain, Pack::division);
    if (!divisions.all().isEmpty() && division.isEmpty()) {
      Location at = chain.get(chain.size() - 1).manifest();
      issues.add(RegionIssues.NO_DIVISION.at(at).with("region", id).build());
    }
    new GradeTables(layers, issues).check(policies);
    if (issues.hasErrors()) {
      return Optional.empty();
    }
    List<PackLayer> own = chain.stream().map(Pack::layer).toList();
    String hashes = own.stream().map(PackLayer::sha256).collect(Collectors.joining("\n"));
    return Optional.of(
        new RegionData(
            own,
            Hashing.sha256().hashString(hashes, StandardCharsets.US_ASCII).toString(),
            last(chain, Pack::zone),
            division,
            catalogue,
            List.copyOf(policies),
            List.copyOf(forms),
            documents,
            divisions,
            layers));
  }

  /** A pack that is not there; says nothing if it may be one that could not say its id. */
  private void reportMissing(Issue missing) {
    if (!hasNameless) {
      issues.add(missing);
    }
  }

  private static <T> Optional<T> last(List<Pack> chain, Function<Pack, Optional<T>> value) {
    return chain.stream().flatMap(pack -> value.apply(pack).stream()).reduce((a, b) -> b);
  }

  /** The packs from the lowest to that of the region; those that cannot be read are left out. */
  private List<Pack> chain(AskedPack top) {
    List<Pack> chain = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    Optional<AskedPack> next = Optional.of(top);
    while (next.isPresent()) {
      ids.add(next.get().id());
      Optional<Pack> pack = PackReader.read(next.get(), issues);
      pack.ifPresent(read -> chain.add(0, read));
      next = pack.flatMap(read -> parent(read, ids));
    }
    return chain;
  }

  private Optional<AskedPack> parent(Pack pack, List<String> ids) {
    Optional<String> parent = pack.layer().parent();
    if (parent.isPresent() && ids.contains(parent.get())) {
      String cycle = String.join(" -> ", ids) + " -> " + parent.get();
      issues.add(RegionIssues.PARENT_CYCLE.at(pack.manifest()).with("cycle", cycle).build());
      return Optional.empty();
    }
    if (parent.isPresent() && !packs.containsKey(parent.get())) {
      reportMissing(
          RegionIssues.MISSING_PARENT
              .at(pack.manifest())
              .with("parent", parent.get())
              .with("pack", pack.layer().id())
              .with("nearest", NearestNames.of(parent.get(), packs.keySet()))
              .build());
      return Optional.empty();
    }
    return parent.map(packs::get);
  }

  private FactCatalogue catalogue(Layers layers) {
    FactCatalogue catalogue = FactCatalogue.standard();
    for (String id : layers.ids(DocumentKind.DECLARATIONS)) {
      for (PackDocument document :
          layers.versions(new DocumentKey(DocumentKind.DECLARATIONS, id))) {
        FactCatalogue base = catalogue;
        catalogue = issues.attempt(() -> declared(document, base)).orElse(base);
      }
    }
    return catalogue;
  }

  private FactCatalogue declared(PackDocument document, FactCatalogue base) {
    ObjectReader reader = ObjectReader.of(((Json) document.content()).root(), issues);
    reader.find(DocumentKind.DECLARATIONS.code());
    reader.find("$schema");
    reader.find("effectiveFrom");
    reader.find("effectiveTo");
    FactCatalogue catalogue = new DeclarationReader(issues).read(reader, base);
    reader.end();
    return catalogue;
  }

  /** Reads the policies, each on top of what those before it declare. */
  private FactCatalogue addPolicies(
      Layers layers, FactCatalogue declared, List<RiskPolicy> policies) {
    PolicyVersions reader = PolicyVersions.ofPacks(layers, issues);
    FactCatalogue catalogue = declared;
    for (String id : layers.ids(DocumentKind.POLICY)) {
      for (PackDocument document : layers.versions(new DocumentKey(DocumentKind.POLICY, id))) {
        FactCatalogue base = catalogue;
        List<RiskPolicy> versions =
            issues.attempt(() -> versions(document, reader, base)).orElse(List.of());
        policies.addAll(versions);
        catalogue = versions.isEmpty() ? base : versions.get(0).catalogue();
      }
    }
    return catalogue;
  }

  /** Reads the forms, each on top of what those before it declare. */
  private FactCatalogue addForms(Layers layers, FactCatalogue declared, List<FormTemplate> forms) {
    FactCatalogue catalogue = declared;
    for (String id : layers.ids(DocumentKind.FORM)) {
      for (PackDocument document : layers.versions(new DocumentKey(DocumentKind.FORM, id))) {
        FactCatalogue base = catalogue;
        Json json = (Json) document.content();
        Optional<FormTemplate> form =
            issues.attempt(() -> FormReader.read(json.root(), base, json.sha256(), issues));
        form.ifPresent(forms::add);
        catalogue = form.map(read -> declare(read, base, document)).orElse(base);
      }
    }
    return catalogue;
  }

  private FactCatalogue declare(FormTemplate form, FactCatalogue base, PackDocument document) {
    try {
      FactCatalogue catalogue =
          base.plus(form.declares().kinds(), form.declares().subjectAttributes());
      FactRuleCheck.check(form, catalogue).forEach(issues::add);
      return catalogue;
    } catch (IllegalArgumentException e) {
      issues.add(
          FormIssues.BAD_DECLARATION
              .at(document.location())
              .with("form", form.id())
              .with("fault", String.valueOf(e.getMessage()))
              .build());
      return base;
    }
  }

  /** The templates of documents, compared with the policies that they name. */
  private List<DocumentTemplate> documents(Layers layers, List<RiskPolicy> policies) {
    return new TemplatesReader(layers, policies, issues).read();
  }

  private static List<RiskPolicy> versions(
      PackDocument document, PolicyVersions reader, FactCatalogue catalogue) {
    Json json = (Json) document.content();
    return reader.read(json.root(), json.sha256(), document.validity(), catalogue);
  }
}
