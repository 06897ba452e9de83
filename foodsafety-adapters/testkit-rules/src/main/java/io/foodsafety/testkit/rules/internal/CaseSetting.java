package io.foodsafety.testkit.rules.internal;

import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.record.Decoded;
import io.foodsafety.record.RecordDecoder;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.spi.format.DataRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The business and the facts of a case, decoded as records of an import are. */
public final class CaseSetting {

  /** The id of the business of every case. */
  public static final String SUBJECT = "S1";

  private static final String OTHER_SUBJECT = "S2";
  private static final String LICENCES = "licences";
  private static final String SAMPLE_LICENCE = "SC10136010200013";

  private final RecordDecoder decoder;
  private final Places places;
  private final List<Issue> issues = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();
  private final List<Withdrawal> withdrawals = new ArrayList<>();
  private @Nullable Subject subject;

  /** An empty setting for a policy. */
  public CaseSetting(RiskPolicy policy, Places places) {
    this.decoder = RecordDecoder.of(policy.catalogue(), Instant.MAX, policy.zone());
    this.places = places;
  }

  /** Takes the business. */
  public void subject(Map<String, @Nullable Object> given, String pointer) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>(given);
    fields.put("id", SUBJECT);
    fields.putIfAbsent("name", SUBJECT);
    if (fields.get(LICENCES) instanceof List<?> licences) {
      fields.put(LICENCES, licences.stream().map(CaseSetting::numbered).toList());
    }
    if (decode("subject", fields, pointer) instanceof Decoded.SubjectRecord record) {
      subject = record.subject();
    }
  }

  private static @Nullable Object numbered(@Nullable Object licence) {
    if (!(licence instanceof Map<?, ?> given)) {
      return licence;
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("number", SAMPLE_LICENCE);
    given.forEach((name, value) -> fields.put(String.valueOf(name), value));
    return fields;
  }

  /** Takes a fact, called by its place if it has no id. */
  public void fact(Map<String, @Nullable Object> given, String pointer, int place) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>(given);
    fields.putIfAbsent("id", "F" + place);
    Object role = fields.remove("role");
    if (role != null) {
      fields.putIfAbsent("refs", Map.of(String.valueOf(role), SUBJECT));
    }
    fields.putIfAbsent("subject", role == null ? SUBJECT : OTHER_SUBJECT);
    Object withdrawn = fields.remove("withdrawn");
    if (decode("fact", fields, pointer) instanceof Decoded.FactRecord record) {
      facts.add(record.fact());
      if (withdrawn != null) {
        withdraw(record.fact().id(), withdrawn, pointer);
      }
    }
  }

  private void withdraw(String fact, Object at, String pointer) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("id", "W-" + fact);
    fields.put("target", fact);
    fields.put("at", at);
    fields.put("reason", "withdrawn");
    if (decode("withdraw", fields, pointer) instanceof Decoded.WithdrawalRecord record) {
      withdrawals.add(record.withdrawal());
    }
  }

  private Decoded decode(String type, Map<String, @Nullable Object> fields, String pointer) {
    Decoded decoded = decoder.decode(DataRecord.of(type, fields, places.of(pointer)));
    if (decoded instanceof Decoded.Rejected rejected) {
      for (Issue issue : rejected.issues()) {
        issues.add(issue.withLocation(places.of(pointer + issue.location().path())));
      }
    }
    return decoded;
  }

  /** What is wrong with the business and the facts. */
  public List<Issue> issues() {
    return List.copyOf(issues);
  }

  /** The business, if it is registered. */
  public Optional<Subject> subject() {
    return Optional.ofNullable(subject);
  }

  /** The facts in the order given. */
  public List<Fact> facts() {
    return List.copyOf(facts);
  }

  /** The facts, with those withdrawn. */
  public FactHistory history() {
    return FactHistory.of(facts, withdrawals);
  }
}
