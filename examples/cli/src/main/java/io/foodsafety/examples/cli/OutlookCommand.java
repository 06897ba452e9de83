package io.foodsafety.examples.cli;

import io.foodsafety.record.Dossier;
import io.foodsafety.risk.GradeOutlook;
import io.foodsafety.risk.RiskPolicy;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the grade of one business rests on, and what becomes of it. */
@Command(
    name = "outlook",
    description = {
      "Says which facts the grade of one business rests on, what it would be without each of",
      "them, and from which day on it is another if nothing new happens."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class OutlookCommand extends AbstractCommand {

  @Parameters(paramLabel = "SUBJECT", description = "Id of the business.")
  private String subject = "";

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "ID|FILE",
      description = "Policy of the region, or a policy file.")
  private String policyName = "";

  @Mixin private final RegionOptions region = new RegionOptions();

  @Mixin private final DossierOptions from = new DossierOptions();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Last day that is seen. Default: today in the policy's zone.")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--years",
      paramLabel = "N",
      description = "How many years to look ahead, 1 to 10. Default: ${DEFAULT-VALUE}.")
  private int years = 3;

  @Override
  int run(Run run) throws IOException {
    if (years < 1 || years > 10) {
      throw CliIssues.usage("--years must be from 1 to 10.", "--years 须为 1 至 10。");
    }
    NamedPolicy named = NamedPolicy.of(policyName, region.read());
    RiskPolicy first = named.versions().get(0);
    LocalDate day =
        Optional.ofNullable(asOf)
            .orElseGet(() -> LocalDate.ofInstant(run.console().clock().instant(), first.zone()));
    RiskPolicy policy = named.version(day);
    run.problems().reportAll(policy.warnings());
    DossierSource dossiers = from.source(named.catalogue(), policy.zone(), region::applyTo, run);
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
            policy,
            dossier.subjectId(),
            dossier.subject(),
            dossier.history(),
            day,
            day.plusYears(years));
    if (run.json()) {
      run.result().line(outlook.toJson(run.locale()));
    } else {
      new OutlookTable(run).write(dossier, outlook);
    }
    run.close(dossiers.records());
    return run.problems().hasErrors() ? ExitCode.REJECTED : ExitCode.DONE;
  }
}
