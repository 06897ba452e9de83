package io.foodsafety.examples.cli;

import io.foodsafety.fact.AsOf;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.record.Dossier;
import io.foodsafety.region.Region;
import io.foodsafety.risk.PolicyComparer;
import io.foodsafety.risk.PolicyMove;
import io.foodsafety.risk.RiskPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares two policies over all businesses of files or of a database. */
@Command(
    name = "compare",
    description = {
      "Grades every business by two policies: who moves and why, which of them deserve a look",
      "before deciding, and how many inspections each policy needs."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CompareCommand extends AbstractCommand {

  @Option(
      names = "--a",
      required = true,
      paramLabel = "ID|FILE",
      description = "First policy, such as the one in force: of the region, or a file.")
  private String nameOfA = "";

  @Option(
      names = "--b",
      required = true,
      paramLabel = "ID|FILE",
      description = "Second policy, such as a proposed one: of the region, or a file.")
  private String nameOfB = "";

  @Mixin private final GradingOptions grading = new GradingOptions();

  @Option(
      names = "--segment",
      paramLabel = "WORD",
      description = "Only businesses of this segment, such as production. Default: all.")
  private @Nullable String segment;

  @Override
  boolean endsWithReader() {
    return true;
  }

  @Override
  int run(Run run) throws IOException {
    Optional<Region> region = grading.region();
    NamedPolicy namedA = NamedPolicy.of(nameOfA, region);
    NamedPolicy namedB = NamedPolicy.of(nameOfB, region, namedA.catalogue());
    LocalDate day = grading.day(namedA.versions().get(0).zone(), run);
    RiskPolicy a = namedA.version(day);
    RiskPolicy b = namedB.version(day);
    if (!a.zone().equals(b.zone())) {
      throw CliIssues.usage(
          "The policies read dates in two zones (%s and %s).".formatted(a.zone(), b.zone()),
          "两份规则使用不同的时区（%s 与 %s）。".formatted(a.zone(), b.zone()));
    }
    run.problems().reportAll(a.warnings());
    run.problems().reportAll(b.warnings());
    DossierSource dossiers = grading.dossiers(namedB.catalogue(), a.zone(), run);
    ComparisonTable table = new ComparisonTable(new RuleNames(List.of(b, a), region, run), run);
    PolicyComparer comparer =
        PolicyComparer.of(a, b, AsOf.date(day), move -> accept(move, table, run));
    compare(dossiers, comparer, run);
    if (run.json()) {
      run.result().line(comparer.end().toJson());
    } else {
      table.write(comparer.end());
    }
    run.close(dossiers.records());
    return run.problems().hasErrors() ? ExitCode.REJECTED : ExitCode.DONE;
  }

  private static void accept(PolicyMove move, ComparisonTable table, Run run) {
    if (!run.json()) {
      table.add(move);
      return;
    }
    try {
      run.result().line(move.toJson(run.locale()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compare(DossierSource dossiers, PolicyComparer comparer, Run run)
      throws IOException {
    AtomicLong count = new AtomicLong();
    try {
      dossiers.forEach(
          dossier -> {
            if (isAsked(dossier)) {
              comparer.add(dossier.subjectId(), dossier.subject(), dossier.history());
            }
            run.progress().at(run.text("businesses", "主体"), count.incrementAndGet());
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private boolean isAsked(Dossier dossier) {
    return segment == null
        || dossier.subject().flatMap(Subject::segment).filter(segment::equals).isPresent();
  }
}
