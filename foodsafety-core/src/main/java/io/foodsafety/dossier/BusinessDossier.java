package io.foodsafety.dossier;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.form.FiledSubmission;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.subject.IdentityAct;
import io.foodsafety.subject.Relation;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is known of one business (一户一档).
 *
 * @param ids its id, then the ids that were merged into it
 * @param subject what is registered of it, if anything
 * @param identityActs the merges and splits that it was part of
 * @param relations its relations to other businesses
 * @param history the facts that concern it, with what was withdrawn
 * @param submissions the forms that were filled in about it, the latest first
 * @param assessment its grade, if a policy was named
 */
public record BusinessDossier(
    List<String> ids,
    Optional<Subject> subject,
    List<IdentityAct> identityActs,
    List<Relation> relations,
    FactHistory history,
    List<FiledSubmission> submissions,
    Optional<RiskAssessment> assessment) {

  /** Copies the lists. */
  public BusinessDossier {
    ids = List.copyOf(ids);
    identityActs = List.copyOf(identityActs);
    relations = List.copyOf(relations);
    submissions = List.copyOf(submissions);
  }

  /** {@return its id} */
  public String id() {
    return ids.get(0);
  }

  /**
   * The facts that count at a point, by net.
   *
   * @param asOf the point
   * @param zone the zone in which dates are read
   * @return the facts of each net that has any, by time; the nets in their order
   */
  public Map<Net, List<Fact>> factsByNet(AsOf asOf, ZoneId zone) {
    Map<Net, List<Fact>> byNet = new LinkedHashMap<>();
    Net.standard().forEach(net -> byNet.put(net, new ArrayList<>()));
    byNet.put(Net.OTHER, new ArrayList<>());
    for (Fact fact : history.counting(asOf, zone)) {
      byNet.computeIfAbsent(Net.of(fact.kind()), any -> new ArrayList<>()).add(fact);
    }
    byNet.values().removeIf(List::isEmpty);
    return byNet;
  }

  /** {@return its id; nothing that may be personal} */
  @Override
  public String toString() {
    return "dossier of " + id();
  }
}
