package io.foodsafety.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.CodePointOrder;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.fact.RecordingResult.Outcome;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.SubjectType;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.subject.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What {@link DossierSort} does, said plainly: everything in maps. */
final class PlainDossiers {

  private final Map<String, PlainSubject> subjects = new HashMap<>();
  private final Map<String, Fact> facts = new HashMap<>();
  private final Map<String, Withdrawal> withdrawals = new HashMap<>();
  private final List<String> issues = new ArrayList<>();

  static PlainDossiers of(List<Decoded> records) {
    PlainDossiers plain = new PlainDossiers();
    Map<String, Integer> lines = new HashMap<>();
    for (int i = 0; i < records.size(); i++) {
      plain.add(records.get(i), i + 1, lines);
    }
    plain.withdrawals.values().stream()
        .filter(withdrawal -> !plain.facts.containsKey(withdrawal.target()))
        .forEach(withdrawal -> plain.issue("FS-FACT-0103", lines.get(withdrawal.id())));
    return plain;
  }

  private void issue(String code, int line) {
    issues.add(code + "a.ndjson:" + line);
  }

  private void add(Decoded record, int line, Map<String, Integer> lines) {
    if (record instanceof Decoded.FactRecord decoded) {
      Fact first = facts.putIfAbsent(decoded.fact().id(), decoded.fact());
      if (first != null && !content(first).equals(content(decoded.fact()))) {
        issue("FS-FACT-0101", line);
      }
    } else if (record instanceof Decoded.WithdrawalRecord decoded) {
      Withdrawal withdrawal = decoded.withdrawal();
      Withdrawal first = withdrawals.putIfAbsent(withdrawal.id(), withdrawal);
      if (first == null) {
        lines.put(withdrawal.id(), line);
      } else if (!first
          .withRecordedAt(Instant.EPOCH)
          .equals(withdrawal.withRecordedAt(Instant.EPOCH))) {
        issue("FS-FACT-0102", line);
      }
    } else {
      addSubject((Decoded.SubjectRecord) record, line);
    }
  }

  private static Fact content(Fact fact) {
    return fact.toBuilder().recordedAt(Instant.EPOCH).build();
  }

  private void addSubject(Decoded.SubjectRecord record, int line) {
    PlainSubject subject =
        subjects.computeIfAbsent(record.subject().id(), id -> new PlainSubject());
    if (subject.add(record) == Outcome.REFUSED) {
      issue("FS-SUBJECT-0101", line);
    }
  }

  List<Dossier> dossiers() {
    Set<String> ids = new HashSet<>(subjects.keySet());
    facts.values().forEach(fact -> businesses(fact).forEach(ids::add));
    return ids.stream().sorted(CodePointOrder.INSTANCE).map(this::dossier).toList();
  }

  private Dossier dossier(String id) {
    return new Dossier(
        id,
        Optional.ofNullable(subjects.get(id)).map(PlainSubject::subject),
        FactHistory.of(
            facts.values().stream().filter(fact -> businesses(fact).toList().contains(id)).toList(),
            withdrawals.values()));
  }

  private static Stream<String> businesses(Fact fact) {
    return fact.concerns().stream()
        .filter(ref -> ref.type() == SubjectType.BUSINESS)
        .map(SubjectRef::id);
  }

  Stream<String> issues() {
    return issues.stream().sorted();
  }

  /** A dossier as text, whatever the order of its facts; what is withdrawn shows by day. */
  static String describe(Dossier dossier) {
    StringBuilder text = new StringBuilder(dossier.subjectId());
    dossier.subject().ifPresent(subject -> text.append(' ').append(json(subject)));
    dossier.history().facts().stream()
        .map(fact -> new String(CanonicalJson.write(RecordEncoder.encode(fact).fields()), UTF_8))
        .sorted()
        .forEach(fact -> text.append('\n').append(fact));
    for (int day = -5; day < 10; day++) {
      LocalDate date = LocalDate.of(2024, 1, 1).plusDays(day);
      text.append('\n')
          .append(
              dossier.history().counting(AsOf.date(date), ZoneOffset.UTC).stream()
                  .map(Fact::id)
                  .toList());
    }
    return text.toString();
  }

  private static String json(Subject subject) {
    return new String(CanonicalJson.write(RecordEncoder.encode(subject).fields()), UTF_8);
  }
}
