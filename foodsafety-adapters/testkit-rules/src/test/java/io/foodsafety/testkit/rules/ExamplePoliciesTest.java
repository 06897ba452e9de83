package io.foodsafety.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.risk.PolicyException;
import io.foodsafety.risk.RiskPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The cases of the policies in {@code examples/policies}. */
class ExamplePoliciesTest {

  private static final Path POLICIES =
      Path.of(System.getProperty("foodsafety.root")).resolve("examples/policies");

  private static List<PolicyCases> files() throws IOException {
    try (Stream<Path> files = Files.list(POLICIES.resolve("cases"))) {
      return files.sorted().map(PolicyCases::read).toList();
    }
  }

  private static RiskPolicy policy(PolicyCases cases) {
    return RiskPolicy.read(POLICIES.resolve(cases.policy() + ".json"), FactCatalogue.standard());
  }

  @TestFactory
  Stream<DynamicTest> casesHold() throws IOException {
    return files().stream()
        .flatMap(
            cases -> {
              RiskPolicy policy = policy(cases);
              return cases.cases().stream()
                  .map(
                      each ->
                          DynamicTest.dynamicTest(
                              cases.policy() + ": " + each.name(),
                              () -> each.check(policy).verify(Locale.ENGLISH)));
            });
  }

  /** A number one higher, a period a day longer, another operator: some case fails then. */
  @TestFactory
  Stream<DynamicTest> casesNoticeEveryChange() throws IOException {
    return files().stream()
        .map(
            cases ->
                DynamicTest.dynamicTest(
                    cases.policy(), () -> assertThat(unnoticed(cases)).isEmpty()));
  }

  private static List<String> unnoticed(PolicyCases cases) throws IOException {
    byte[] policy = Files.readAllBytes(POLICIES.resolve(cases.policy() + ".json"));
    List<PolicyMutant> mutants = PolicyMutant.of(policy);
    assertThat(mutants).isNotEmpty();
    return mutants.stream()
        .filter(mutant -> !isNoticed(mutant, cases))
        .map(PolicyMutant::change)
        .toList();
  }

  private static boolean isNoticed(PolicyMutant mutant, PolicyCases cases) {
    try {
      RiskPolicy policy =
          RiskPolicy.parse(mutant.bytes(), mutant.change(), FactCatalogue.standard());
      return cases.cases().stream().anyMatch(each -> !each.check(policy).passed());
    } catch (PolicyException refused) {
      return !refused.issues().isEmpty();
    }
  }

  @Test
  void everyLineHasACase() throws IOException {
    assertThat(files())
        .hasSizeGreaterThanOrEqualTo(5)
        .allSatisfy(cases -> assertThat(cases.untested(policy(cases))).isEmpty());
  }
}
