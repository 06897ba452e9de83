package io.foodsafety.testkit.rules;

import io.foodsafety.model.issue.Location;
import io.foodsafety.risk.RiskPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The cases of a file, for one policy. With JUnit, each is a test:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> cases() {
 *   return PolicyCases.read(file).cases().stream()
 *       .map(each -> dynamicTest(each.name(), () -> each.check(policy).verify(Locale.ENGLISH)));
 * }
 * }</pre>
 *
 * @param policy the id of the policy they are for
 * @param cases the cases in the order of the file
 */
public record PolicyCases(String policy, List<PolicyCase> cases) {

  /** Copies the list. */
  public PolicyCases {
    Objects.requireNonNull(policy, "policy");
    cases = List.copyOf(cases);
  }

  /**
   * Reads a file of cases.
   *
   * @param file JSON of the form {@code policy-cases-1.schema.json}
   * @return the cases
   * @throws CaseFileException with everything that is wrong with the form of the file
   */
  public static PolicyCases read(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new CaseFileException(
          List.of(
              CaseIssues.UNREADABLE
                  .at(new Location(file.toString(), 0, ""))
                  .with("file", file)
                  .with("fault", e.getClass().getSimpleName())
                  .build()));
    }
    return parse(bytes, file.toString());
  }

  /**
   * Reads cases from memory.
   *
   * @param bytes the document, UTF-8
   * @param source what to call it in messages
   * @return the cases
   * @throws CaseFileException with everything that is wrong with the form of the document
   */
  public static PolicyCases parse(byte[] bytes, String source) {
    return CaseFileReader.read(bytes, source);
  }

  /**
   * The lines of a policy of which no case says anything.
   *
   * @param tested the policy
   * @return their names, in the order of the policy
   */
  public List<String> untested(RiskPolicy tested) {
    List<String> items = cases.stream().flatMap(each -> each.items().stream()).toList();
    return items(tested).stream().filter(item -> !items.contains(item)).toList();
  }

  /** The names of all lines that an assessment by a policy can have. */
  static List<String> items(RiskPolicy policy) {
    return Stream.of(
            policy.exclusions().stream().map(RiskPolicy.Exclusion::item),
            policy.lines().stream().map(RiskPolicy.Line::item),
            policy.caps().stream().map(RiskPolicy.Cap::item),
            policy.limits().stream().map(RiskPolicy.Limit::item),
            policy.directGrades().stream().map(RiskPolicy.DirectGrade::item),
            policy.adjustments().stream().map(RiskPolicy.Adjustment::item))
        .flatMap(names -> names)
        .toList();
  }
}
