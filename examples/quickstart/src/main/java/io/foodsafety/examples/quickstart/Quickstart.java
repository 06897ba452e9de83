package io.foodsafety.examples.quickstart;

import io.foodsafety.fact.FactHistory;
import io.foodsafety.ledger.LedgerReport;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.subject.Licence;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.Moment;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.Session;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/**
 * A restaurant is registered, inspected, fined and graded; the fine is revoked; nobody has tampered
 * with any of it.
 */
public final class Quickstart {

  private Quickstart() {}

  /**
   * Runs the example on a database of its own.
   *
   * @param arguments the database file to create, and the policy file; without them {@code ./city}
   *     and {@code policy.json}
   */
  public static void main(String[] arguments) {
    Path database = Path.of(arguments.length > 0 ? arguments[0] : "city");
    Path policy = Path.of(arguments.length > 1 ? arguments[1] : "policy.json");
    run(database, policy, Clock.systemUTC(), System.out);
  }

  static void run(Path database, Path policy, Clock clock, PrintStream out) {
    try (FoodSafety city =
        FoodSafety.builder()
            .storage("jdbc", Map.of("url", "jdbc:h2:file:" + database.toAbsolutePath()))
            .policy(policy)
            .zone(ZoneId.of("Asia/Shanghai"))
            .clock(clock)
            .build()) {
      Actor inspector = Actor.person("inspector-7");
      Session office = city.as(inspector); // every call has an actor

      Subject restaurant =
          Subject.builder("S1", "滕王阁食府")
              .segment("catering")
              .attribute("areaM2", AttributeValue.decimal(480))
              .licence(Licence.of("JY23601020000014").validTo(LocalDate.of(2027, 1, 1)))
              .build();
      office.subjects().register(restaurant);

      LocalDate today = LocalDate.now(clock.withZone(city.zone()));
      office.facts().record(inspection(restaurant, today.minusDays(30)));
      office.facts().record(fine(restaurant, today.minusDays(20)));
      print(office.risk().assess(restaurant.id()), out);

      office
          .facts()
          .withdraw(
              Withdrawal.of("W1", "P1", Moment.of(today), "revoked on administrative review"));
      print(office.risk().assess(restaurant.id()), out);

      FactHistory history = office.facts().history(restaurant.ref());
      out.printf("%d facts, withdrawn ones included%n", history.facts().size());

      city.advance(clock.instant()); // what is due is done when the host says so
      LedgerReport ledger = office.ledger().verify();
      out.printf(
          "%d ledger entries, %d of them sealed, %d faults%n",
          ledger.entries(), ledger.sealed(), ledger.faultCount());
    }
  }

  private static Fact inspection(Subject subject, LocalDate date) {
    return Fact.builder("I1", "inspection", subject.ref(), Moment.of(date))
        .attribute("itemsChecked", AttributeValue.decimal(40))
        .attribute("itemsFailed", AttributeValue.decimal(3))
        .source("inspection app")
        .build();
  }

  private static Fact fine(Subject subject, LocalDate date) {
    return Fact.builder("P1", "penalty", subject.ref(), Moment.of(date))
        .attribute("type", AttributeValue.code("fine"))
        .build();
  }

  private static void print(RiskAssessment assessment, PrintStream out) {
    out.printf(
        "%s is graded %s with %s points:%n",
        assessment.subject(),
        assessment.grade().orElseThrow().label(),
        assessment.score().orElseThrow().toPlainString());
    assessment
        .lines()
        .forEach(
            line ->
                out.printf(
                    "  %-20s %6s  %s%n",
                    line.item(), line.points().orElseThrow().toPlainString(), line.evidence()));
  }
}
