package io.foodsafety.risk.internal;

import io.foodsafety.record.CanonicalJson;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.risk.RuleChange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rules of a policy, each as a document of its own: with the definitions and tables that it
 * uses, without words for people. Two rules with the same document mean the same.
 */
public final class RuleDocuments {

  private static final List<String> RULES =
      List.of(
          "noGrade",
          "static",
          "dynamic",
          "bestOf",
          "caps",
          "limits",
          "directGrades",
          "adjustments");

  private static final List<String> READING =
      List.of(
          "appliesTo",
          "define",
          "noGrade",
          "static",
          "dynamic",
          "limits",
          "directGrades",
          "adjustments");

  private static final Set<String> FOR_PEOPLE = Set.of("name", "basis");

  private final Map<String, Object> policy;

  private RuleDocuments(RiskPolicy policy) {
    this.policy = PolicyWriter.document(policy);
  }

  /** The rules that two policies do not have alike, in the order of the first, then the second. */
  public static List<RuleChange> changes(RiskPolicy a, RiskPolicy b) {
    Map<String, String> before = new RuleDocuments(a).rules();
    Map<String, String> after = new RuleDocuments(b).rules();
    Set<String> items = new LinkedHashSet<>(before.keySet());
    items.addAll(after.keySet());
    List<RuleChange> changes = new ArrayList<>();
    for (String item : items) {
      if (!after.containsKey(item)) {
        changes.add(new RuleChange(item, RuleChange.Kind.REMOVED));
      } else if (!before.containsKey(item)) {
        changes.add(new RuleChange(item, RuleChange.Kind.ADDED));
      } else if (!after.get(item).equals(before.get(item))) {
        changes.add(new RuleChange(item, RuleChange.Kind.CHANGED));
      }
    }
    return changes;
  }

  /** Whether some item is in both policies. */
  public static boolean haveRulesInCommon(RiskPolicy a, RiskPolicy b) {
    return !Collections.disjoint(
        new RuleDocuments(a).rules().keySet(), new RuleDocuments(b).rules().keySet());
  }

  /** The kinds of fact that a policy reads, by name. */
  public static Set<String> kinds(RiskPolicy policy) {
    Map<String, Object> document = new RuleDocuments(policy).policy;
    Set<String> kinds = new TreeSet<>();
    for (String member : READING) {
      Object part = document.get(member);
      if (part != null) {
        collectKinds(part, kinds);
      }
    }
    return kinds;
  }

  private static void collectKinds(Object json, Set<String> kinds) {
    if (json instanceof List<?> list) {
      list.forEach(each -> collectKinds(each, kinds));
    } else if (json instanceof Map<?, ?> map) {
      if (map.get("kind") instanceof String kind) {
        kinds.add(kind);
      }
      map.values().forEach(each -> collectKinds(each, kinds));
    }
  }

  private Map<String, String> rules() {
    Map<String, String> rules = new LinkedHashMap<>();
    for (String section : RULES) {
      for (Object each : (List<?>) policy.getOrDefault(section, List.of())) {
        Map<String, Object> rule = new TreeMap<>();
        ((Map<?, ?>) each).forEach((name, value) -> rule.put(String.valueOf(name), value));
        rule.keySet().removeAll(FOR_PEOPLE);
        rules.put(String.valueOf(rule.get("item")), document(section, rule));
      }
    }
    return rules;
  }

  private String document(String section, Map<String, Object> rule) {
    Map<String, Object> used = new TreeMap<>();
    collect(rule, used);
    byte[] bytes = CanonicalJson.write(Map.of("section", section, "rule", rule, "uses", used));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The definitions and tables that something refers to, and those that they refer to. */
  private void collect(Object json, Map<String, Object> used) {
    if (json instanceof List<?> list) {
      list.forEach(each -> collect(each, used));
    } else if (json instanceof Map<?, ?> map) {
      if (map.get("ref") instanceof String name) {
        add("define", name, used);
      }
      if (map.get("table") instanceof Map<?, ?> lookup
          && lookup.get("name") instanceof String name) {
        add("tables", name, used);
      }
      map.values().forEach(each -> collect(each, used));
    }
  }

  private void add(String member, String name, Map<String, Object> used) {
    Object found = ((Map<?, ?>) policy.getOrDefault(member, Map.of())).get(name);
    if (found != null && used.putIfAbsent(member + "/" + name, found) == null) {
      collect(found, used);
    }
  }
}
