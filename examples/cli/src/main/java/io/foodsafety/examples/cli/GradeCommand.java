package io.foodsafety.examples.cli;

import io.foodsafety.examples.cli.Assessing.AssessmentConsumer;
import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.fact.FactKind;
import io.foodsafety.model.fact.SubjectType;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.Dossier;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.risk.RiskPolicy;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Grades every business of files or of a database. */
@Command(
    name = "grade",
    description = "Grades every business by a policy: a line each, with everything that led to it.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class GradeCommand extends AbstractCommand {

  @Mixin private final PolicyOption policyOption = new PolicyOption();

  @Mixin private final GradingOptions grading = new GradingOptions();

  @Option(
      names = "--known-on",
      paramLabel = "DATE",
      description = "Only what was recorded by the end of this day. Default: everything.")
  private @Nullable LocalDate knownOn;

  @Option(
      names = "--each",
      paramLabel = "KIND",
      description = "An assessment as of each fact of a kind, later facts unseen.")
  private @Nullable String each;

  @Override
  boolean endsWithReader() {
    return true;
  }

  @Override
  int run(Run run) throws IOException {
    NamedPolicy named = policyOption.read(grading.region());
    List<RiskPolicy> versions = named.versions();
    RiskPolicy policy = versions.get(0);
    run.problems().reportAll(policy.warnings());
    checkKind(named.catalogue());
    DossierSource dossiers = grading.dossiers(named.catalogue(), policy.zone(), run);
    Assessing assessing =
        new Assessing(
            versions,
            grading.asOf(),
            Optional.ofNullable(knownOn),
            Optional.ofNullable(each),
            run.console().clock());
    AssessmentOutput output =
        run.json() ? new JsonAssessments(run) : new AssessmentTable(run, each != null);
    AssessmentConsumer consumer = new Counting(output, run);
    AtomicLong alwaysKnown = new AtomicLong();
    dossiers.forEach(
        dossier -> {
          alwaysKnown.addAndGet(factsAlwaysKnown(dossier));
          assessing.assess(dossier, consumer);
        });
    output.end();
    if (knownOn != null && !grading.isDatabase() && alwaysKnown.get() > 0) {
      run.problems()
          .report(
              CliIssues.ALWAYS_KNOWN
                  .at(Location.unknown())
                  .with("count", alwaysKnown.get())
                  .build());
    }
    run.close(dossiers.records());
    return run.problems().hasErrors() ? ExitCode.REJECTED : ExitCode.DONE;
  }

  /** Facts without recordedAt, each with the first business only that it concerns. */
  private static long factsAlwaysKnown(Dossier dossier) {
    return dossier.history().facts().stream()
        .filter(fact -> fact.recordedAt().isEmpty())
        .filter(
            fact ->
                fact.concerns().stream()
                    .filter(ref -> ref.type() == SubjectType.BUSINESS)
                    .findFirst()
                    .map(ref -> ref.id().equals(dossier.subjectId()))
                    .orElse(false))
        .count();
  }

  private void checkKind(FactCatalogue catalogue) {
    if (each != null && catalogue.findKind(each).isEmpty()) {
      throw new ProblemException(
          List.of(
              CliIssues.UNKNOWN_KIND
                  .at(Location.unknown())
                  .with("kind", Objects.requireNonNull(each))
                  .with(
                      "known",
                      catalogue.kinds().stream()
                          .map(FactKind::name)
                          .collect(Collectors.joining(", ")))
                  .build()));
    }
  }

  /** Shows how many assessments there are. */
  private static final class Counting implements AssessmentConsumer {
    private final AssessmentOutput output;
    private final Run run;
    private long count;

    Counting(AssessmentOutput output, Run run) {
      this.output = output;
      this.run = run;
    }

    @Override
    public void accept(Dossier dossier, RiskAssessment assessment) throws IOException {
      output.add(dossier, assessment);
      run.progress().at(run.text("assessments", "评级"), ++count);
    }
  }
}
