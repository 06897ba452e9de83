package io.foodsafety.examples.cli;

import io.foodsafety.examples.cli.Assessing.AssessmentConsumer;
import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.fact.FactKind;
import io.foodsafety.model.fact.SubjectType;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.Dossier;
import io.foodsafety.region.Region;
import io.foodsafety.risk.RiskAssessment;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.runtime.FoodSafetyBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "ID|FILE",
      description = "Policy of the region, or a policy file.")
  private String policyName = "";

  @Mixin private final RegionOptions region = new RegionOptions();

  @ArgGroup(multiplicity = "1")
  private From from = new From();

  /** Where records come from. */
  static final class From {
    @Option(
        names = "--input",
        required = true,
        arity = "1..*",
        paramLabel = "FILE",
        description = "Files of records; - is standard input.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--db", required = true, paramLabel = "URL", description = "JDBC URL.")
    private @Nullable String url;
  }

  @Mixin private final DatabaseOptions database = new DatabaseOptions();

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "Format of the files. Default: found by looking.")
  private @Nullable String format;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Last day that is seen. Default: today in the policy's zone.")
  private @Nullable LocalDate asOf;

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
    NamedPolicy named = named(region.read());
    List<RiskPolicy> versions = named.versions();
    RiskPolicy policy = versions.get(0);
    run.problems().reportAll(policy.warnings());
    checkKind(named.catalogue());
    DossierSource dossiers = dossiers(named, run);
    Assessing assessing =
        new Assessing(
            versions,
            Optional.ofNullable(asOf),
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
    if (knownOn != null && from.url == null && alwaysKnown.get() > 0) {
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

  /**
   * The policy that was named.
   *
   * @param versions all its versions
   * @param file its file, if it is none of the region's
   * @param catalogue what records may hold
   */
  private record NamedPolicy(
      List<RiskPolicy> versions, Optional<Path> file, FactCatalogue catalogue) {}

  private NamedPolicy named(Optional<Region> known) {
    List<RiskPolicy> all = known.map(Region::policies).orElse(List.of());
    List<RiskPolicy> versions =
        all.stream().filter(policy -> policy.id().equals(policyName)).toList();
    if (!versions.isEmpty()) {
      return new NamedPolicy(versions, Optional.empty(), known.orElseThrow().catalogue());
    }
    Path file = Path.of(policyName);
    if (known.isPresent() && !Files.exists(file)) {
      String ids = all.stream().map(RiskPolicy::id).distinct().collect(Collectors.joining(", "));
      throw CliIssues.usage(
          "The region has no policy (%s), and there is no such file; it has %s."
              .formatted(policyName, ids),
          "地区没有规则（%s），也没有该文件；可用：%s。".formatted(policyName, ids));
    }
    FactCatalogue base = known.map(Region::catalogue).orElseGet(FactCatalogue::standard);
    RiskPolicy policy = RiskPolicy.read(file, base);
    return new NamedPolicy(List.of(policy), Optional.of(file), policy.catalogue());
  }

  private FoodSafetyBuilder stored(String url, NamedPolicy named, Console console) {
    FoodSafetyBuilder builder =
        region.applyTo(database.existing(url, console)).zone(named.versions().get(0).zone());
    named.file().ifPresent(builder::policy);
    return builder;
  }

  private DossierSource dossiers(NamedPolicy named, Run run) {
    if (from.url != null) {
      return new StoredDossiers(stored(from.url, named, run.console()), run);
    }
    List<Issue> faults = Sources.faults(from.files);
    if (!faults.isEmpty()) {
      throw new ProblemException(faults);
    }
    return new InputDossiers(
        Sources.of(from.files, format, run.console()),
        named.catalogue(),
        named.versions().get(0).zone(),
        run);
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
