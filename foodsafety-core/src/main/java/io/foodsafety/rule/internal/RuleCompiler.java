package io.foodsafety.rule.internal;

import io.foodsafety.rule.Expr;
import io.foodsafety.rule.ExprVisitor;
import io.foodsafety.rule.Value;
import io.foodsafety.rule.ValueType;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns expressions into steps over the registers of a block. What occurs twice is done once; what
 * does not look at the fact at hand is done once for each subject.
 */
public final class RuleCompiler implements ExprVisitor<Register> {

  /** Digits that are given unasked leave room before the point. */
  private static final int MOST_DIGITS = 4;

  private final Block block;
  private final FactCompiler facts;
  private final NumberCompiler numbers;
  private final LogicCompiler logic;
  private final IdentityHashMap<Expr, Register> references = new IdentityHashMap<>();
  private final Map<List<Object>, Register> known = new HashMap<>();
  private int leastScale;
  private Rows here;

  public RuleCompiler(Block block) {
    this(block, true);
  }

  private RuleCompiler(Block block, boolean withCells) {
    this.block = block;
    this.here = block.subjects();
    this.numbers = new NumberCompiler(block, this);
    this.logic = new LogicCompiler(block, this, numbers);
    this.facts = new FactCompiler(block, this, numbers, withCells);
  }

  /** A compiler of rules that are run over single facts. */
  static RuleCompiler overSamples(Block block) {
    return new RuleCompiler(block, false);
  }

  FactCompiler facts() {
    return facts;
  }

  /** Gives what is looked up or summed up so many digits, so that it need not get them later. */
  public void useScale(int scale) {
    leastScale = Math.min(scale, MOST_DIGITS);
  }

  /** So many digits as a number has, or more if more are used. */
  int scaleFor(int scale) {
    return Math.max(scale, leastScale);
  }

  /** The register of an expression over the subjects of the block. */
  public Register compile(Expr expr) {
    return in(block.subjects(), expr.accept(this));
  }

  /** The register of a number whose range is asked for. */
  public Register compileFor(Cuts cuts, Expr expr) {
    Register value = compile(expr);
    if (value.isFraction && !cuts.suitFractions()) {
      block.add(block::leaveAll);
    }
    return value;
  }

  /** The register of a number, rounded half up to a scale and in units of it. */
  public Register compileRounded(Expr expr, int scale) {
    return numbers.rescaled(numbers.rounded(compile(expr), scale), scale);
  }

  /** The register of an expression over facts, or over subjects if it looks at no fact. */
  Register compileOver(Rows rows, Expr expr) {
    Rows outer = here;
    here = rows;
    try {
      return expr.accept(this);
    } finally {
      here = outer;
    }
  }

  /** The register of an expression as it stands where the compiler is. */
  Register compileHere(Expr expr) {
    return expr.accept(this);
  }

  /** The same numbers in another scale, not a coarser one. */
  Register rescaled(Register register, int scale) {
    return numbers.rescaled(register, scale);
  }

  /** A register made once for each key. */
  Register once(List<Object> key, Supplier<Register> make) {
    Register found = known.get(key);
    if (found == null) {
      found = make.get();
      known.put(key, found);
    }
    return found;
  }

  /** Adds a step that fills a register. */
  Register step(Register out, Block.Step step) {
    block.add(step);
    return out;
  }

  /** A register for the rows of others: a constant or the values of the subjects repeated. */
  Register in(Rows rows, Register register) {
    if (register.rows == rows) {
      return register;
    }
    return once(
        List.of("in", rows, register),
        () -> {
          if (register.isConstant) {
            return Register.constant(rows, register.type, register.scale, register.constant());
          }
          Register out = Register.like(register, rows);
          return step(out, () -> SubjectSteps.repeat(register, out));
        });
  }

  private static Rows rowsOf(Rows none, List<Register> registers) {
    return registers.stream()
        .filter(register -> !register.isConstant && !register.rows.areSubjects())
        .map(register -> register.rows)
        .findFirst()
        .orElse(none);
  }

  /** Operands for the same rows. */
  List<Register> aligned(List<Register> operands) {
    Rows rows = rowsOf(block.subjects(), operands);
    return operands.stream().map(operand -> in(rows, operand)).toList();
  }

  /** The registers of operands, for the same rows. */
  List<Register> operands(List<Expr> exprs) {
    return aligned(exprs.stream().map(expr -> expr.accept(this)).toList());
  }

  @Override
  public Register literal(Expr.Literal expr) {
    Value value = expr.value();
    if (value instanceof Value.Num num) {
      BigDecimal number = num.value();
      int scale = Math.max(0, number.scale());
      BigDecimal units = number.movePointRight(scale);
      if (scale > NumberCompiler.MAX_SCALE || units.abs().compareTo(Decimals.LIMIT) >= 0) {
        return numbers.tooLarge();
      }
      return constant(ValueType.NUMBER, scale, units.longValueExact());
    }
    Dictionary dictionary = block.columns().dictionary();
    long code =
        value instanceof Value.Text text
            ? dictionary.codeOf(text.value())
            : value instanceof Value.Words words
                ? dictionary.codeOf(words.value())
                : value instanceof Value.Day day
                    ? day.value().toEpochDay()
                    : ((Value.Bool) value).value() ? 1 : 0;
    return constant(expr.type(), 0, code);
  }

  /** A register of one value. */
  Register constant(ValueType type, int scale, long value) {
    return once(
        List.of("constant", type, scale, value),
        () -> Register.constant(block.subjects(), type, scale, value));
  }

  @Override
  public Register subjectAttribute(Expr.SubjectAttribute expr) {
    return column(block.subjects(), block.columns().attribute(expr.name(), expr.type()));
  }

  @Override
  public Register factAttribute(Expr.FactAttribute expr) {
    return expr.name().equals("$at")
        ? days(here)
        : column(here, here.table().column(expr.name(), expr.type()));
  }

  /** The days of facts. */
  Register days(Rows rows) {
    return once(
        List.of("days", rows),
        () -> {
          Register out = Register.of(rows, ValueType.DATE, false);
          return step(out, () -> SelectionSteps.days(rows, out));
        });
  }

  private Register column(Rows rows, Column column) {
    return once(
        List.of("column", rows, column),
        () -> {
          Register out =
              column.type() == ValueType.NUMBER
                  ? Register.number(rows, column.scale(), column.hasUnknown())
                  : Register.of(rows, column.type(), column.hasUnknown());
          return step(out, SubjectSteps.read(block, column, out));
        });
  }

  @Override
  public Register asOfDate(Expr.AsOfDate expr) {
    return constant(ValueType.DATE, 0, block.columns().date().toEpochDay());
  }

  @Override
  public Register reference(Expr.Reference expr) {
    Register register = references.get(expr.target());
    if (register == null) {
      register = compileOver(block.subjects(), expr.target());
      references.put(expr.target(), register);
    }
    return register;
  }

  @Override
  public Register overFacts(Expr.OverFacts expr) {
    return facts.overFacts(expr);
  }

  @Override
  public Register grouped(Expr.Grouped expr) {
    return facts.grouped(expr);
  }

  @Override
  public Register pick(Expr.Pick expr) {
    return facts.pick(expr);
  }

  @Override
  public Register lookup(Expr.Lookup expr) {
    if (expr.table().toBeLoaded().isPresent()) {
      return unknown(ValueType.NUMBER);
    }
    Register key = expr.key().accept(this);
    int least = TableSteps.scaleOf(expr.table());
    int wanted = here.areSubjects() ? scaleFor(least) : least;
    int scale = TableSteps.fits(expr.table(), wanted) ? wanted : least;
    if (scale > NumberCompiler.MAX_SCALE || !TableSteps.fits(expr.table(), scale)) {
      return numbers.tooLarge();
    }
    boolean overNumbers = expr.table().isOverNumbers();
    if (overNumbers && key.isFraction && !TableSteps.suitsFractions(expr.table())) {
      return numbers.tooLarge();
    }
    return once(
        List.of("lookup", new Same(expr.table()), key),
        () -> {
          long bound = TableSteps.bound(expr.table(), scale);
          Register out = Register.number(key.rows, scale, true).within(bound);
          return step(
              out,
              overNumbers
                  ? TableSteps.ranges(block, expr.table(), key, out)
                  : TableSteps.words(block.columns().dictionary(), expr.table(), key, out));
        });
  }

  /** An object as a part of a key: the same one, not an equal one. */
  private record Same(Object object) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Same same && same.object == object;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }
  }

  private Register unknown(ValueType type) {
    return once(
        List.of("unknown", type),
        () -> {
          Register out = Register.of(block.subjects(), type, true);
          return step(out, () -> Bits.fill(out.unknown, 0, out.rows.count()));
        });
  }

  @Override
  public Register arithmetic(Expr.Arithmetic expr) {
    List<Register> operands = operands(expr.operands());
    Register result = operands.get(0);
    for (Register operand : operands.subList(1, operands.size())) {
      result = numbers.combine(expr.operator(), result, operand);
    }
    return result;
  }

  @Override
  public Register round(Expr.Round expr) {
    return numbers.rounded(expr.of().accept(this), expr.scale());
  }

  @Override
  public Register compare(Expr.Compare expr) {
    return logic.compare(expr);
  }

  @Override
  public Register in(Expr.In expr) {
    return logic.in(expr);
  }

  @Override
  public Register joined(Expr.Joined expr) {
    return logic.joined(expr);
  }

  @Override
  public Register known(Expr.Known expr) {
    return logic.known(expr);
  }

  @Override
  public Register orElse(Expr.OrElse expr) {
    return logic.orElse(expr);
  }

  @Override
  public Register choice(Expr.If expr) {
    return logic.choice(expr);
  }

  @Override
  public Register datePlus(Expr.DatePlus expr) {
    Register date = expr.date().accept(this);
    return once(
        List.of("datePlus", date, expr.period()),
        () -> {
          Register out = Register.of(date.rows, ValueType.DATE, date.mayBeUnknown);
          return step(out, () -> SubjectSteps.move(date, expr.period(), out));
        });
  }

  @Override
  public Register daysBetween(Expr.DaysBetween expr) {
    List<Register> both = operands(List.of(expr.from(), expr.to()));
    return numbers.decimal(Expr.Operator.SUBTRACT, both.get(1), both.get(0), 0);
  }
}
