package io.foodsafety.region.internal;

import com.google.common.hash.Hashing;
import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.risk.PolicyException;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.risk.internal.PolicyReader;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.ObjectReader;
import io.foodsafety.source.internal.SourceNode;
import io.foodsafety.source.internal.SourceReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a policy once for each time during which the region's tables that it reads stay the same.
 */
public final class PolicyVersions {

  private final PolicyTables tables;
  private final IssueCollector issues;

  private PolicyVersions(PolicyTables tables, IssueCollector issues) {
    this.tables = tables;
    this.issues = issues;
  }

  /** A reader of the policies of packs. */
  static PolicyVersions ofPacks(Layers layers, IssueCollector issues) {
    return new PolicyVersions(new PolicyTables(layers, true, issues), issues);
  }

  /**
   * Reads a policy that stands in no pack.
   *
   * @param bytes the document
   * @param source what to call it in messages
   * @param layers the tables of the region
   * @param catalogue what the region declares
   * @return its versions
   * @throws PolicyException with everything that is wrong
   */
  public static List<RiskPolicy> read(
      byte[] bytes, String source, Layers layers, FactCatalogue catalogue) {
    String sha256 = Hashing.sha256().hashBytes(bytes).toString();
    return IssueCollector.read(
        issues -> {
          SourceNode root = SourceReader.read(bytes, source, issues);
          ObjectReader dated = ObjectReader.of(root, issues);
          Optional<LocalDate> from = dated.findDate("effectiveFrom");
          Validity validity = new Validity(from, dated.findEffectiveTo(from));
          PolicyTables tables = new PolicyTables(layers, false, issues);
          return new PolicyVersions(tables, issues).read(root, sha256, validity, catalogue);
        },
        PolicyException::new);
  }

  /** The versions of a policy. */
  List<RiskPolicy> read(
      SourceNode root, String sha256, Validity validity, FactCatalogue catalogue) {
    List<LocalDate> starts = tables.starts(root, validity);
    List<RiskPolicy> versions = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      PolicyTables.Filled filled = tables.fill(root, sha256, starts.get(i));
      RiskPolicy policy = PolicyReader.read(filled.root(), catalogue, filled.sha256(), issues);
      Optional<LocalDate> from = i == 0 ? validity.from() : Optional.of(starts.get(i));
      Optional<LocalDate> to =
          i + 1 < starts.size() ? Optional.of(starts.get(i + 1).minusDays(1)) : validity.to();
      versions.add(policy.effective(from, to));
    }
    return versions;
  }
}
