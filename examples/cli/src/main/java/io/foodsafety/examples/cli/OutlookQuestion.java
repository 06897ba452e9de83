package io.foodsafety.examples.cli;

import io.foodsafety.record.Dossier;
import io.foodsafety.region.Region;
import io.foodsafety.risk.GradeOutlook;
import io.foodsafety.risk.RiskPolicy;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Of which business the outlook is asked, by which policy, and how far ahead. */
final class OutlookQuestion {

  @Parameters(paramLabel = "SUBJECT", description = "Id of the business.")
  private String subject = "";

  @Mixin private final PolicyOption policy = new PolicyOption();

  @Mixin private final GradingOptions grading = new GradingOptions();

  @Option(
      names = "--years",
      paramLabel = "N",
      description = "How many years to look ahead, 1 to 10. Default: ${DEFAULT-VALUE}.")
  private int years = 3;

  /**
   * What was found.
   *
   * @param dossier the business
   * @param outlook its outlook
   * @param region the region, if one was named
   * @param records how many records were read
   */
  record Answer(Dossier dossier, GradeOutlook outlook, Optional<Region> region, long records) {}

  /** Reads the business and looks ahead. */
  Answer ask(Run run) throws IOException {
    if (years < 1 || years > 10) {
      throw CliIssues.usage("--years must be from 1 to 10.", "--years 须为 1 至 10。");
    }
    Optional<Region> region = grading.region();
    NamedPolicy named = policy.read(region);
    LocalDate day = grading.day(named.versions().get(0).zone(), run);
    RiskPolicy version = named.version(day);
    run.problems().reportAll(version.warnings());
    DossierSource dossiers = grading.dossiers(named.catalogue(), version.zone(), run);
    Dossier dossier =
        dossiers
            .find(subject)
            .orElseThrow(
                () ->
                    CliIssues.usage(
                        "Neither the business (%s) nor a fact about it is known."
                            .formatted(subject),
                        "没有主体（%s）及与其有关的事实。".formatted(subject)));
    GradeOutlook outlook =
        GradeOutlook.of(
            version,
            dossier.subjectId(),
            dossier.subject(),
            dossier.history(),
            day,
            day.plusYears(years));
    return new Answer(dossier, outlook, region, dossiers.records());
  }
}
