package io.foodsafety.examples.cli;

import io.foodsafety.fact.FactQuery;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.risk.GradeChange;
import io.foodsafety.risk.GradeChange.Held;
import io.foodsafety.risk.GradeOutcome;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.runtime.FoodSafety;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What there is to do with the grades that a database has recorded. */
@Command(
    name = "grades",
    description = "Shows the grades that a city has recorded.",
    mixinStandardHelpOptions = true,
    subcommands = GradesCommand.Changes.class)
final class GradesCommand implements Runnable {

  private static final String NONE = "-";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(new CommandLine(spec), "Missing command: changes");
  }

  /** Lists the changes. */
  @Command(
      name = "changes",
      description = "Lists the changes of grades that were recorded, by day.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  static final class Changes extends AbstractCommand {

    @Option(names = "--db", required = true, paramLabel = "URL", description = "JDBC URL.")
    private String url = "";

    @Mixin private final DatabaseOptions database = new DatabaseOptions();

    @Option(
        names = "--policy",
        required = true,
        paramLabel = "ID",
        description = "The policy by which grades were recorded.")
    private String policy = "";

    @Option(
        names = "--subject",
        paramLabel = "ID",
        description = "One business. Default: all, also under ids that were merged into others.")
    private @Nullable String subject;

    @Option(
        names = "--since",
        paramLabel = "DATE",
        description = "The first day. Default: all days.")
    private @Nullable LocalDate since;

    @Override
    boolean endsWithReader() {
      return true;
    }

    @Override
    int run(Run run) throws IOException {
      try (FoodSafety city = database.existing(url, run.console()).build();
          Stream<GradeChange> changes =
              city.as(Actor.system("foodsafety grades")).risk().listChanges(policy, query())) {
        long count = run.json() ? write(changes.iterator(), run) : print(changes.iterator(), run);
        run.close(count);
      }
      return ExitCode.DONE;
    }

    private FactQuery query() {
      FactQuery all =
          since == null
              ? FactQuery.all()
              : FactQuery.all().between(since, LocalDate.MAX, ZoneOffset.UTC);
      return subject == null ? all : all.concerning(business(subject));
    }

    private static SubjectRef business(String id) {
      try {
        return SubjectRef.business(id);
      } catch (IllegalArgumentException e) {
        throw CliIssues.usage("The id after --subject is not well-formed.", "--subject 的标识格式不正确。");
      }
    }

    private static long write(Iterator<GradeChange> changes, Run run) throws IOException {
      long count = 0;
      for (; changes.hasNext(); count++) {
        run.result().line(Problems.toJson("gradeChange", fields(changes.next())));
      }
      return count;
    }

    private static Map<String, @Nullable Object> fields(GradeChange change) {
      Optional<Held> from = change.from();
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("day", change.day().toString());
      fields.put("subject", change.subject());
      fields.put("policy", change.policy());
      fields.put("policyVersion", change.policyVersion());
      fields.put("scale", change.scale());
      fields.put("previousStatus", from.map(held -> held.status().code()).orElse(null));
      fields.put("previousGrade", from.flatMap(Held::grade).orElse(null));
      fields.put("status", change.to().status().code());
      fields.put("grade", change.to().grade().orElse(null));
      fields.put("direction", change.direction().map(GradeOutcome.Direction::code).orElse(null));
      fields.put("score", change.score().orElse(null));
      fields.put("nextGrade", change.nextGrade().orElse(null));
      fields.put("fact", change.fact());
      return fields;
    }

    private static long print(Iterator<GradeChange> changes, Run run) throws IOException {
      List<String> titles =
          List.of(
              run.text("DAY", "日期"),
              run.text("SUBJECT", "主体"),
              run.text("FROM", "原等级"),
              run.text("TO", "现等级"),
              run.text("WAY", "变化"),
              run.text("SCORE", "得分"),
              run.text("NEXT", "下期"),
              run.text("VERSION", "规则版本"));
      long count = 0;
      try (Table table = new Table(titles, run.result()::line)) {
        for (; changes.hasNext(); count++) {
          table.row(row(changes.next(), run));
        }
      }
      return count;
    }

    private static List<String> row(GradeChange change, Run run) {
      return List.of(
          change.day().toString(),
          change.subject(),
          change.from().map(held -> label(held, run)).orElse(NONE),
          label(change.to(), run),
          change.direction().map(way -> word(way, run)).orElseGet(() -> run.text("new", "首次")),
          change.score().map(BigDecimal::toPlainString).orElse(NONE),
          change.nextGrade().orElse(NONE),
          change.policyVersion());
    }

    private static String label(Held held, Run run) {
      return held.grade()
          .orElseGet(
              () ->
                  held.status() == RiskAssessment.Status.INCOMPLETE
                      ? run.text("incomplete", "资料不全")
                      : run.text("none", "不评级"));
    }

    private static String word(GradeOutcome.Direction way, Run run) {
      return switch (way) {
        case BETTER -> run.text("better", "变好");
        case WORSE -> run.text("worse", "变差");
        case SAME, OTHER -> run.text("other", "其他");
      };
    }
  }
}
