package io.foodsafety.rule.internal;

import io.foodsafety.rule.Expr;
import io.foodsafety.rule.ValueType;
import java.util.List;

/** Turns conditions, and what is chosen by conditions, into steps. */
final class LogicCompiler {

  private final Block block;
  private final RuleCompiler rules;
  private final NumberCompiler numbers;

  LogicCompiler(Block block, RuleCompiler rules, NumberCompiler numbers) {
    this.block = block;
    this.rules = rules;
    this.numbers = numbers;
  }

  Register compare(Expr.Compare expr) {
    List<Register> both = rules.operands(List.of(expr.left(), expr.right()));
    return compare(expr.comparison(), both.get(0), both.get(1));
  }

  private Register compare(Expr.Comparison comparison, Register left, Register right) {
    int scale = Math.max(left.scale, right.scale);
    if ((left.isFraction || right.isFraction) && scale > FractionSteps.MAX_SCALE) {
      return tooLargeCondition();
    }
    boolean decimals = !left.isFraction && !right.isFraction;
    Register first = decimals ? numbers.rescaled(left, scale) : left;
    Register second = decimals ? numbers.rescaled(right, scale) : right;
    return rules.once(
        List.of(comparison, first, second),
        () -> {
          Register out = Register.bool(first.rows, first.mayBeUnknown || second.mayBeUnknown);
          return rules.step(out, LogicSteps.compare(block, comparison, first, second, out));
        });
  }

  private Register tooLargeCondition() {
    numbers.tooLarge();
    return rules.constant(ValueType.BOOLEAN, 0, 0);
  }

  Register in(Expr.In expr) {
    List<Register> both = rules.operands(List.of(expr.text(), expr.words()));
    Register text = both.get(0);
    Register words = both.get(1);
    Dictionary dictionary = block.columns().dictionary();
    return rules.once(
        List.of("holds", text, words),
        () -> {
          Register out = Register.bool(text.rows, text.mayBeUnknown || words.mayBeUnknown);
          if (text.isConstant) {
            ListMembership membership =
                new ListMembership(dictionary, dictionary.text((int) text.constant()));
            return rules.step(out, () -> LogicSteps.inOne(membership, words, out));
          }
          if (!words.isConstant) {
            return rules.step(out, () -> LogicSteps.in(dictionary, text, words, out));
          }
          long[] codes =
              dictionary.words((int) words.constant()).stream()
                  .mapToLong(dictionary::codeOf)
                  .toArray();
          return rules.step(out, () -> LogicSteps.inConstant(codes, text, out));
        });
  }

  Register joined(Expr.Joined expr) {
    List<Register> operands = rules.operands(expr.operands());
    return rules.once(
        List.of(expr.junction(), operands),
        () -> {
          boolean mayBeUnknown = operands.stream().anyMatch(operand -> operand.mayBeUnknown);
          Register out = Register.bool(operands.get(0).rows, mayBeUnknown);
          Register[] joined = operands.toArray(Register[]::new);
          return rules.step(out, () -> LogicSteps.join(expr.junction(), joined, out));
        });
  }

  Register known(Expr.Known expr) {
    Register of = rules.compileHere(expr.of());
    return rules.once(
        List.of("known", of),
        () -> {
          Register out = Register.bool(of.rows, false);
          return rules.step(out, () -> LogicSteps.known(of, out));
        });
  }

  Register orElse(Expr.OrElse expr) {
    List<Register> operands = rules.operands(expr.operands());
    Register result = operands.get(0);
    for (Register operand : operands.subList(1, operands.size())) {
      Register first = result;
      if (!first.mayBeUnknown) {
        return first;
      }
      result =
          oneOf(
              "orElse",
              List.of(first, operand),
              operand.mayBeUnknown,
              (both, out) -> () -> LogicSteps.orElse(both.get(0), both.get(1), out));
    }
    return result;
  }

  Register choice(Expr.If expr) {
    List<Register> all = rules.operands(List.of(expr.condition(), expr.then(), expr.otherwise()));
    Register condition = all.get(0);
    return oneOf(
        List.of("if", condition),
        all.subList(1, 3),
        all.stream().anyMatch(register -> register.mayBeUnknown),
        (both, out) -> () -> LogicSteps.choose(condition, both.get(0), both.get(1), out));
  }

  private interface Choice {
    Block.Step of(List<Register> both, Register out);
  }

  /** A register that takes its values from two others. */
  private Register oneOf(Object name, List<Register> both, boolean mayBeUnknown, Choice choice) {
    boolean fractions = both.stream().anyMatch(register -> register.isFraction);
    int scale = Math.max(both.get(0).scale, both.get(1).scale);
    if (fractions && scale > FractionSteps.MAX_SCALE) {
      return numbers.tooLarge();
    }
    List<Register> alike =
        fractions
            ? both
            : both.stream().map(register -> numbers.rescaled(register, scale)).toList();
    Rows rows = both.get(0).rows;
    ValueType type = both.get(0).type;
    return rules.once(
        List.of("oneOf", name, alike),
        () -> {
          Register out =
              fractions
                  ? numbers.fraction(rows, Math.max(both.get(0).operations, both.get(1).operations))
                  : type == ValueType.NUMBER
                      ? Register.number(rows, scale, mayBeUnknown).within(farthest(alike))
                      : Register.of(rows, type, mayBeUnknown);
          return rules.step(out, choice.of(alike, out));
        });
  }

  private static long farthest(List<Register> registers) {
    return registers.stream().mapToLong(Register::bound).max().orElseThrow();
  }
}
