/**
 * Tests of policies. Begin with {@link io.foodsafety.testkit.rules.PolicyVerifier}:
 *
 * <pre>{@code
 * verifyThat(policy)
 *     .of(subject("catering").with("areaM2", 480))
 *     .given(fact("penalty").on("2024-03-20").with("type", "fine"))
 *     .asOf("2024-12-31")
 *     .yields(points("dynamic.penalties", 5), grade("B"), citing("heaviest penalty"));
 * }</pre>
 *
 * <p>Who writes no Java writes the same as data: {@link io.foodsafety.testkit.rules.PolicyCases}
 * reads a file of cases, and each {@link io.foodsafety.testkit.rules.PolicyCase} checks itself
 * against a policy. The format is {@code policy-cases-1.schema.json} beside this class.
 *
 * <p>Subjects and facts are checked against the policy's catalogue as records of an import are: a
 * test that names an attribute that is not declared fails, and says so. Everything is immutable and
 * safe for use by many threads; nothing reads a clock. The package needs no test framework: what
 * fails is an {@link java.lang.AssertionError}.
 */
@NullMarked
package io.foodsafety.testkit.rules;

import org.jspecify.annotations.NullMarked;
