package io.foodsafety.examples.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactQuery;
import io.foodsafety.fact.FactService;
import io.foodsafety.ledger.LedgerReport;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.record.ImportCounts;
import io.foodsafety.record.ImportListener;
import io.foodsafety.record.ImportOptions;
import io.foodsafety.record.ImportReport;
import io.foodsafety.record.RecordSource;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.Session;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opens the database that a killed import has left, and looks. */
final class CrashCheck {

  /** The space of an H2 file is not looked at here. */
  private static final String QUICK_CLOSING = ";MAX_COMPACT_TIME=50";

  private final String url;
  private final CrashInput input;

  CrashCheck(String url, CrashInput input) {
    this.url = url;
    this.input = input;
  }

  private FoodSafety open() {
    Map<String, String> settings = new HashMap<>(Map.of("url", url + QUICK_CLOSING));
    if (url.startsWith("jdbc:postgresql:")) {
      settings.put("url", url);
      settings.put("user", "postgres");
    }
    return FoodSafety.builder().storage("jdbc", settings).build();
  }

  /** Every acknowledged record is there once, with its content, and the ledger agrees. */
  void verify(Set<String> acknowledged) {
    try (FoodSafety city = open()) {
      Session session = city.as(Actor.system("crash test"));
      for (String each : acknowledged) {
        checkStored(session, each);
      }
      checkLedger(session);
      checkNothingElse(session);
    }
  }

  private void checkStored(Session session, String acknowledged) {
    String[] typeAndId = acknowledged.split(" ", 2);
    String id = typeAndId[1];
    switch (typeAndId[0]) {
      case "subject" -> assertThat(session.subjects().find(id)).contains(input.subjects().get(id));
      case "fact" -> assertThat(content(session.facts().get(id))).isEqualTo(input.facts().get(id));
      case "withdraw" -> assertThat(isWithdrawn(session, input.withdrawals().get(id))).isTrue();
      case "trace" -> assertThat(session.trace().find(id)).contains(input.events().get(id));
      default -> throw new AssertionError("What is acknowledged here? " + acknowledged);
    }
  }

  private static Fact content(Fact stored) {
    Fact.Builder content = Fact.builder(stored.id(), stored.kind(), stored.subject(), stored.at());
    stored.refs().forEach(content::ref);
    stored.attributes().forEach(content::attribute);
    assertThat(stored.recordedAt()).isPresent();
    return content.build();
  }

  private static boolean isWithdrawn(Session session, Withdrawal withdrawal) {
    FactService facts = session.facts();
    Fact target = facts.get(withdrawal.target());
    List<Fact> counting =
        facts.history(target.subject()).counting(AsOf.date(CrashInput.WITHDRAWN), ZoneOffset.UTC);
    return !counting.contains(target);
  }

  /** One entry for each document: no record was stored twice. */
  private static void checkLedger(Session session) {
    LedgerReport report = session.ledger().verify();
    assertThat(report.faults()).isEmpty();
    assertThat(report.entries()).isEqualTo(report.documents());
  }

  private void checkNothingElse(Session session) {
    Set<String> captured = new HashSet<>();
    session
        .trace()
        .events()
        .forEach(
            event -> {
              assertThat(captured.add(event.id())).isTrue();
              assertThat(event).isEqualTo(input.events().get(event.id()));
            });
    Set<String> ids = new HashSet<>();
    session
        .facts()
        .list(FactQuery.all())
        .forEach(
            fact -> {
              assertThat(ids.add(fact.id())).isTrue();
              assertThat(content(fact)).isEqualTo(input.facts().get(fact.id()));
            });
  }

  /** The same import once more stores the rest. */
  void complete(int batch) {
    try (FoodSafety city = open()) {
      Session session = city.as(Actor.system("crash test"));
      ImportReport report =
          session
              .records()
              .importFrom(
                  List.of(RecordSource.of(input.file())),
                  new ImportOptions(4, batch),
                  ImportListener.SILENT);
      ImportCounts total = report.total();
      assertThat(total.rejected()).isZero();
      assertThat(total.recorded() + total.alreadyKnown()).isEqualTo(input.size());
      assertThat(report.sealed()).isTrue();
      LedgerReport ledger = session.ledger().verify();
      assertThat(ledger.faults()).isEmpty();
      assertThat(ledger.unsealed()).isZero();
      // one more: the document of formats
      assertThat(ledger.documents()).isEqualTo(ledger.entries()).isEqualTo(input.size() + 1);
      assertThat(session.trace().gaps(Optional.empty()).findings()).isEmpty();
    }
    Set<String> all = new HashSet<>();
    input.subjects().keySet().forEach(id -> all.add("subject " + id));
    input.facts().keySet().forEach(id -> all.add("fact " + id));
    input.withdrawals().keySet().forEach(id -> all.add("withdraw " + id));
    input.events().keySet().forEach(id -> all.add("trace " + id));
    verify(all);
  }
}
