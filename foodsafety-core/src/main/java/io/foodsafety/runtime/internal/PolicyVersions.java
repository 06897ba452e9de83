package io.foodsafety.runtime.internal;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.foodsafety.fact.AsOf;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.risk.internal.RuleDocuments;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The versions of one policy. Immutable.
 *
 * @param id the id of the policy
 * @param versions its versions by first day, at least one
 */
record PolicyVersions(String id, List<RiskPolicy> versions) {

  /** The order of policies, of which each has its own id. */
  static final Comparator<PolicyVersions> BY_ID = Comparator.comparing(PolicyVersions::id);

  private static final Comparator<RiskPolicy> BY_FIRST_DAY =
      Comparator.comparing(policy -> policy.effectiveFrom().orElse(LocalDate.MIN));

  PolicyVersions {
    versions = versions.stream().sorted(BY_FIRST_DAY).toList();
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("The policy (%s) has no version.".formatted(id));
    }
  }

  /** The versions of a policy among others; nothing if there are none. */
  static Optional<PolicyVersions> find(String id, Collection<RiskPolicy> policies) {
    List<RiskPolicy> versions = policies.stream().filter(each -> each.id().equals(id)).toList();
    return versions.isEmpty() ? Optional.empty() : Optional.of(new PolicyVersions(id, versions));
  }

  /** The version in force; if there is none the first, which says so in its assessment. */
  RiskPolicy inForce(AsOf asOf) {
    return versions.get(indexInForce(asOf));
  }

  /** The place of that version among the versions. */
  int indexInForce(AsOf asOf) {
    for (int i = 0; i < versions.size(); i++) {
      if (versions.get(i).isInForceOn(asOf.dateIn(versions.get(i).zone()))) {
        return i;
      }
    }
    return 0;
  }

  /** The day of an instant, in the zone of the version that is then in force. */
  LocalDate dayOf(Instant now) {
    return versions.stream()
        .filter(each -> each.isInForceOn(LocalDate.ofInstant(now, each.zone())))
        .findFirst()
        .map(each -> LocalDate.ofInstant(now, each.zone()))
        .orElseGet(() -> LocalDate.ofInstant(now, versions.get(0).zone()));
  }

  /** A hash of all rules of all versions, with the tables of the region that they read. */
  String rules() {
    Hasher hasher = Hashing.sha256().newHasher();
    for (RiskPolicy version : versions) {
      byte[] document = version.toDocument();
      hasher.putInt(document.length).putBytes(document);
    }
    return hasher.hash().toString();
  }

  /** Whether a rule of any version reads facts of a kind. */
  boolean reads(String kind) {
    return versions.stream().anyMatch(version -> RuleDocuments.kinds(version).contains(kind));
  }
}
