package io.foodsafety.risk.internal;

import io.foodsafety.risk.RiskPolicy;
import io.foodsafety.rule.internal.Bits;
import io.foodsafety.rule.internal.Register;
import io.foodsafety.rule.internal.RuleCompiler;
import java.util.List;
import java.util.Optional;

/** Whom of a block a policy does not grade: to whom it does not apply, and whom it excludes. */
final class Refusals {

  private final Optional<Register> appliesTo;
  private final List<Register> exclusions;

  Refusals(RiskPolicy policy, RuleCompiler compiler) {
    appliesTo = policy.appliesTo().map(compiler::compile);
    exclusions = policy.exclusions().stream().map(each -> compiler.compile(each.when())).toList();
  }

  /** Those of 64 subjects who are refused, or may be. */
  long word(int word) {
    long any = appliesTo.isPresent() ? ~appliesTo.get().bits[word] : 0;
    for (Register exclusion : exclusions) {
      any |= exclusion.bits[word] | exclusion.unknownWord(word);
    }
    return any;
  }

  /** The status of one who is refused, or may be; else that of one who is graded. */
  byte of(int subject) {
    if (appliesTo.isPresent() && !Bits.get(appliesTo.get().bits, subject)) {
      return appliesTo.get().isUnknown(subject) ? GradeColumns.INCOMPLETE : GradeColumns.NONE;
    }
    byte refused = GradeColumns.GRADED;
    for (Register exclusion : exclusions) {
      if (Bits.get(exclusion.bits, subject)) {
        return GradeColumns.NONE;
      }
      refused = exclusion.isUnknown(subject) ? GradeColumns.INCOMPLETE : refused;
    }
    return refused;
  }
}
