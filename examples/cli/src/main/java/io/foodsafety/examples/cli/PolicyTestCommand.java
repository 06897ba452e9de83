package io.foodsafety.examples.cli;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.region.Region;
import io.foodsafety.risk.PolicyException;
import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.testkit.rules.CaseFileException;
import io.foodsafety.testkit.rules.CaseResult;
import io.foodsafety.testkit.rules.PolicyCase;
import io.foodsafety.testkit.rules.PolicyCases;
import io.foodsafety.testkit.rules.PolicyMutant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks cases against a policy. */
@Command(
    name = "test",
    description =
        "Checks files of cases against a policy file, or against the policies of a region.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class PolicyTestCommand extends AbstractCommand {

  @Parameters(arity = "1..*", paramLabel = "CASES", description = "Files of cases.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Policy file. Without it: the policy that the cases name, of the region.")
  private @Nullable Path policyFile;

  @Mixin private final RegionOptions region = new RegionOptions();

  @Option(
      names = "--changes",
      description = "Also say which small changes of the policy file no case notices.")
  private boolean changes;

  private long count;
  private long failed;

  @Override
  int run(Run run) throws IOException {
    Optional<Region> known = region.read();
    Optional<RiskPolicy> policy = Optional.ofNullable(policyFile).map(file -> read(file, known));
    if (policy.isEmpty() && known.isEmpty()) {
      throw CliIssues.usage(
          "Name the policy file with --policy, or the region with --region.",
          "请用 --policy 给出规则文件，或用 --region 给出地区。");
    }
    Function<PolicyCase, CaseResult> check =
        each -> policy.map(each::check).orElseGet(() -> each.check(known.orElseThrow()));
    List<PolicyCases> all = new ArrayList<>();
    for (Path file : files) {
      all.add(cases(file));
    }
    for (PolicyCases cases : all) {
      for (PolicyCase each : cases.cases()) {
        show(check.apply(each), run);
      }
    }
    if (!run.json()) {
      summary(all, policy, known, run);
    }
    run.result().flush();
    return failed == 0 ? ExitCode.DONE : ExitCode.REJECTED;
  }

  /** The policy of a file; of several versions, which tables of the region make, the last. */
  private static RiskPolicy read(Path file, Optional<Region> known) {
    return known
        .map(region -> last(region.readPolicy(file, region.catalogue())))
        .orElseGet(() -> RiskPolicy.read(file, FactCatalogue.standard()));
  }

  private static RiskPolicy parse(PolicyMutant mutant, RiskPolicy policy, Optional<Region> known) {
    return known
        .map(
            region -> last(region.parsePolicy(mutant.bytes(), mutant.change(), policy.catalogue())))
        .orElseGet(() -> RiskPolicy.parse(mutant.bytes(), mutant.change(), policy.catalogue()));
  }

  private static RiskPolicy last(List<RiskPolicy> versions) {
    return versions.get(versions.size() - 1);
  }

  private static PolicyCases cases(Path file) {
    try {
      return PolicyCases.read(file);
    } catch (CaseFileException e) {
      throw new ProblemException(e.issues());
    }
  }

  private void show(CaseResult result, Run run) throws IOException {
    count++;
    failed += result.passed() ? 0 : 1;
    if (run.json()) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("case", result.name());
      fields.put("passed", result.passed());
      fields.put("issues", result.issues().stream().map(issue -> text(issue, run)).toList());
      run.result().line(Problems.toJson("case-result", fields));
    } else if (result.passed()) {
      run.result().line(run.text("ok    ", "通过  ") + result.name());
    } else {
      run.result()
          .line(run.text("FAIL  ", "不符  ") + result.describe(run.locale()).replace("\n", "\n    "));
    }
  }

  private static String text(Issue issue, Run run) {
    return issue.code() + " " + issue.message(run.locale());
  }

  private void summary(
      List<PolicyCases> all, Optional<RiskPolicy> policy, Optional<Region> known, Run run)
      throws IOException {
    run.result()
        .line(
            run.text("%d cases, %d of them not as expected.", "共 %d 个用例，其中 %d 个不符。")
                .formatted(count, failed));
    if (policy.isPresent()) {
      PolicyCases together =
          new PolicyCases(
              policy.get().id(), all.stream().flatMap(each -> each.cases().stream()).toList());
      list(run.text("No case speaks of: ", "没有用例涉及："), together.untested(policy.get()), run);
      if (changes && failed == 0) {
        list(
            run.text("No case notices: ", "没有用例能发现："),
            unnoticed(together, policy.get(), known),
            run);
      }
    }
  }

  private static void list(String title, List<String> names, Run run) throws IOException {
    for (String name : names) {
      run.result().line(title + name);
    }
  }

  private List<String> unnoticed(PolicyCases cases, RiskPolicy policy, Optional<Region> known)
      throws IOException {
    if (policyFile == null) {
      return List.of();
    }
    return PolicyMutant.of(Files.readAllBytes(policyFile)).stream()
        .filter(
            mutant -> cases.cases().stream().allMatch(each -> passes(each, mutant, policy, known)))
        .map(PolicyMutant::change)
        .toList();
  }

  /** Whether a case holds for a changed policy too; one that is no policy any more is noticed. */
  private static boolean passes(
      PolicyCase each, PolicyMutant mutant, RiskPolicy policy, Optional<Region> known) {
    try {
      return each.check(parse(mutant, policy, known)).passed();
    } catch (PolicyException refused) {
      return false;
    }
  }
}
