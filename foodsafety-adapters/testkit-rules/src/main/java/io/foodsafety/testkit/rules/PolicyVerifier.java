package io.foodsafety.testkit.rules;

import io.foodsafety.risk.RiskPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A test of a policy in one line:
 *
 * <pre>{@code
 * verifyThat(policy).given(fact("penalty").on("2024-03-20").with("type", "fine")).yields(points(5));
 * }</pre>
 *
 * <p>Immutable: what a test class has in common stands in a constant.
 */
public final class PolicyVerifier {

  private final RiskPolicy policy;
  private final Optional<SubjectLine> subject;
  private final List<FactLine> facts;
  private final Optional<LocalDate> asOf;
  private final Optional<String> asOfFact;
  private final Locale locale;

  private PolicyVerifier(
      RiskPolicy policy,
      Optional<SubjectLine> subject,
      List<FactLine> facts,
      Optional<LocalDate> asOf,
      Optional<String> asOfFact,
      Locale locale) {
    this.policy = policy;
    this.subject = subject;
    this.facts = List.copyOf(facts);
    this.asOf = asOf;
    this.asOfFact = asOfFact;
    this.locale = locale;
  }

  /**
   * Begins a test.
   *
   * @param policy the policy
   * @return a test without a registered business and without facts, with messages in English
   */
  public static PolicyVerifier verifyThat(RiskPolicy policy) {
    return new PolicyVerifier(
        policy, Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Locale.ENGLISH);
  }

  /**
   * With a registered business.
   *
   * @param business the business
   * @return a copy with it
   */
  public PolicyVerifier of(SubjectLine business) {
    return new PolicyVerifier(policy, Optional.of(business), facts, asOf, asOfFact, locale);
  }

  /**
   * With facts, after those given before.
   *
   * @param more the facts
   * @return a copy with them
   */
  public PolicyVerifier given(FactLine... more) {
    List<FactLine> all = Stream.concat(facts.stream(), Stream.of(more)).toList();
    return new PolicyVerifier(policy, subject, all, asOf, asOfFact, locale);
  }

  /**
   * As of the end of a day; without it, as of the day of the last fact.
   *
   * @param date the day, such as {@code 2024-12-31}
   * @return a copy with it
   */
  public PolicyVerifier asOf(String date) {
    Optional<LocalDate> day = Optional.of(LocalDate.parse(date));
    return new PolicyVerifier(policy, subject, facts, day, Optional.empty(), locale);
  }

  /**
   * As of a fact, later ones unseen.
   *
   * @param id the id of the fact
   * @return a copy with it
   */
  public PolicyVerifier asOfFact(String id) {
    return new PolicyVerifier(policy, subject, facts, Optional.empty(), Optional.of(id), locale);
  }

  /**
   * With messages in another language.
   *
   * @param language Chinese for any {@code zh}, else English
   * @return a copy with it
   */
  public PolicyVerifier in(Locale language) {
    return new PolicyVerifier(policy, subject, facts, asOf, asOfFact, language);
  }

  /**
   * Grades the business and compares.
   *
   * @param expectations what must come
   * @throws AssertionError if something comes otherwise, or the test itself is wrong: with what was
   *     expected, what came, and the lines that counted
   * @throws IllegalArgumentException if nothing is expected
   */
  public void yields(Expectation... expectations) {
    if (expectations.length == 0) {
      throw new IllegalArgumentException("A test without an expectation cannot fail.");
    }
    new PolicyCase(
            policy.id(),
            Optional.empty(),
            subject.map(SubjectLine::record),
            facts.stream().map(FactLine::record).toList(),
            asOf,
            asOfFact,
            List.of(expectations),
            PolicyCase.Origin.none())
        .check(policy)
        .verify(locale);
  }
}
