package io.foodsafety.rule.internal;

import io.foodsafety.rule.Expr;
import io.foodsafety.rule.ValueType;
import java.util.List;

/**
 * Turns operations on numbers into steps: which scale a result has, and whether it is a fraction.
 */
final class NumberCompiler {

  /** Digits after the point that a register of decimals can have. */
  static final int MAX_SCALE = 18;

  private final Block block;
  private final RuleCompiler rules;

  NumberCompiler(Block block, RuleCompiler rules) {
    this.block = block;
    this.rules = rules;
  }

  /** The result of an operation on two numbers. */
  Register combine(Expr.Operator operator, Register left, Register right) {
    List<Register> both = rules.aligned(List.of(left, right));
    boolean fractions = both.stream().anyMatch(register -> register.isFraction);
    if (operator == Expr.Operator.DIVIDE || fractions) {
      return fraction(operator, both.get(0), both.get(1));
    }
    if (operator == Expr.Operator.MULTIPLY) {
      int scale = left.scale + right.scale;
      return scale > MAX_SCALE ? tooLarge() : decimal(operator, both.get(0), both.get(1), scale);
    }
    int scale = Math.max(left.scale, right.scale);
    return decimal(operator, rescaled(both.get(0), scale), rescaled(both.get(1), scale), scale);
  }

  /** The result on decimals of one scale, or of any two to multiply, in a scale. */
  Register decimal(Expr.Operator operator, Register left, Register right, int scale) {
    return rules.once(
        List.of(operator, left, right),
        () -> {
          boolean mayBeUnknown = left.mayBeUnknown || right.mayBeUnknown;
          Register out = Register.number(left.rows, scale, mayBeUnknown);
          return rules.step(out, NumberSteps.arithmetic(block, operator, left, right, out));
        });
  }

  private Register fraction(Expr.Operator operator, Register left, Register right) {
    if (Math.max(left.scale, right.scale) > FractionSteps.MAX_SCALE) {
      return tooLarge();
    }
    return rules.once(
        List.of(operator, left, right),
        () -> {
          int operations = 1 + Math.max(left.operations, right.operations);
          Register out = fraction(left.rows, operations);
          return rules.step(out, () -> FractionSteps.arithmetic(block, operator, left, right, out));
        });
  }

  /** A register of fractions; after very many operations the interpreter decides. */
  Register fraction(Rows rows, int operations) {
    if (operations > FractionSteps.MAX_OPERATIONS) {
      block.add(block::leaveAll);
    }
    return Register.fraction(rows, operations);
  }

  /** The same numbers in another scale, not a coarser one. */
  Register rescaled(Register register, int scale) {
    if (register.scale == scale || register.isFraction) {
      return register;
    }
    long factor = Decimals.power(scale - register.scale);
    if (register.isConstant && !Decimals.overflows(register.constant(), 2 * factor)) {
      long value = register.constant() * factor;
      return rules.once(
          List.of("constant", register.rows, scale, value),
          () -> Register.constant(register.rows, ValueType.NUMBER, scale, value));
    }
    return rules.once(
        List.of("rescale", register, scale),
        () -> {
          Register out = Register.number(register.rows, scale, register.mayBeUnknown);
          return rules.step(out, () -> NumberSteps.rescale(block, register, out));
        });
  }

  /** Rounded half up. */
  Register rounded(Register of, int scale) {
    if (!of.isFraction && of.scale <= scale) {
      return of;
    }
    if (of.isFraction && scale > FractionSteps.MAX_SCALE) {
      return tooLarge();
    }
    return rules.once(
        List.of("round", of, scale),
        () -> {
          Register out = Register.number(of.rows, scale, of.mayBeUnknown);
          return rules.step(
              out,
              of.isFraction
                  ? () -> FractionSteps.round(block, of, out)
                  : () -> NumberSteps.round(of, out));
        });
  }

  /** A number that 64 bits cannot hold: the interpreter decides for all subjects. */
  Register tooLarge() {
    block.add(block::leaveAll);
    return Register.constant(block.subjects(), ValueType.NUMBER, 0, 0);
  }
}
