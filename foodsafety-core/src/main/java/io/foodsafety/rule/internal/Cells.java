package io.foodsafety.rule.internal;

import io.foodsafety.rule.Aggregate;
import io.foodsafety.rule.Expr;
import io.foodsafety.rule.Selection;
import io.foodsafety.rule.ValueType;
import io.foodsafety.rule.Window;
import io.foodsafety.rule.internal.CellWords.Place;
import io.foodsafety.rule.internal.Signatures.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates over the facts of a kind that read nothing but the fact. Facts that are alike, and of
 * ages that no rule tells apart, make a cell; each rule is run once over one fact of each cell, and
 * the facts of the subjects then only add up what it found there. For one thread.
 */
final class Cells {

  private final Block block;
  private final Rows facts;
  private final RuleCompiler outer;
  private final Block sampleBlock;
  private final Rows samples;
  private final RuleCompiler rules;
  private final AgeClasses ages;
  private final Map<Column, Column> sampleColumns = new LinkedHashMap<>();
  private final List<CellField> fields = new ArrayList<>();
  private final CellSums sums;
  private final int today;
  private int numbers;
  private boolean hasMisfits;
  private int lookedAge = -1;
  private @Nullable Place left;

  /** The cells of facts of a kind, in a block. */
  Cells(Block block, Rows facts, RuleCompiler outer) {
    this.block = block;
    this.facts = facts;
    this.outer = outer;
    this.today = (int) block.columns().date().toEpochDay();
    this.ages = new AgeClasses(block.columns());
    this.sampleBlock = new Block(block.columns().withSameCodes());
    this.samples = sampleBlock.facts(facts.table().kind());
    this.rules = RuleCompiler.overSamples(sampleBlock);
    this.sums = new CellSums(block, facts, today);
    block.add(this::run);
  }

  /** The register of an aggregate; nothing if it is not one of a single fact. */
  Optional<Register> aggregate(Aggregate aggregate, Selection selection, Optional<Expr> of) {
    if (!isSimple(aggregate, of) || !prepare(selection, of)) {
      return Optional.empty();
    }
    Register mask = rules.facts().choose(selection).mask();
    Optional<Register> value = of.map(each -> rules.facts().over(samples, each));
    if (value.map(each -> each.isFraction).orElse(false)) {
      return Optional.empty();
    }
    Optional<Register> scaled = value.map(this::scaled);
    return Optional.of(
        outer.once(
            List.of("cells", aggregate, mask, scaled), () -> field(aggregate, mask, scaled).out));
  }

  private Register scaled(Register value) {
    return value.type == ValueType.NUMBER
        ? rules.rescaled(value, outer.scaleFor(value.scale))
        : value;
  }

  /** The register of the facts that a selection means; nothing if others decide that. */
  Optional<Register> mask(Selection selection) {
    if (!prepare(selection, Optional.empty())) {
      return Optional.empty();
    }
    Register mask = rules.facts().choose(selection).mask();
    return Optional.of(
        outer.once(
            List.of("cells", mask),
            () -> {
              Register out = Register.bool(facts, mask.mayBeUnknown);
              return add(new CellField.Mask(mask, out)).out;
            }));
  }

  private static boolean isSimple(Aggregate aggregate, Optional<Expr> of) {
    return switch (aggregate) {
      case COUNT, SUM -> true;
      case MAX, MIN, DISTINCT -> hasFewValues(of.orElseThrow());
      case MEAN, LATEST, FIRST, DAYS_SINCE -> false;
    };
  }

  /** What reads one attribute has no more values than that, so that each can be a bit. */
  private static boolean hasFewValues(Expr of) {
    FactReads reads = new FactReads();
    reads.add(of);
    return reads.attributes().size() <= 1 && reads.ofDay().isEmpty();
  }

  private CellField field(Aggregate aggregate, Register mask, Optional<Register> of) {
    Rows subjects = block.subjects();
    boolean isOpen = mask.mayBeUnknown || of.map(each -> each.mayBeUnknown).orElse(false);
    if (aggregate == Aggregate.COUNT) {
      return add(new CellField.Count(mask, Register.number(subjects, 0, isOpen)));
    }
    Register value = of.orElseThrow();
    return add(
        switch (aggregate) {
          case SUM ->
              new CellField.Sum(mask, value, Register.number(subjects, value.scale, isOpen));
          case DISTINCT ->
              new CellField.Distinct(mask, value, Register.number(subjects, 0, isOpen));
          default ->
              new CellField.Extreme(
                  mask, value, Register.like(value, subjects, true), aggregate == Aggregate.MAX);
        });
  }

  private CellField add(CellField field) {
    fields.add(field);
    numbers = 0;
    return field;
  }

  /** Sees to it that all that is read has its part in the cells; false if that cannot be. */
  private boolean prepare(Selection selection, Optional<Expr> of) {
    FactTable table = facts.table();
    FactReads reads = new FactReads();
    selection.where().ifPresent(reads::add);
    of.ifPresent(reads::add);
    Optional<List<Window.Days>> windows = windows(selection.window());
    if (!reads.isOfFact()
        || windows.isEmpty()
        || table.hasRoles()
        || !selection.role().equals(Selection.SUBJECT)
        || !ages.tellApart(reads.ofDay(), windows.get())) {
      return false;
    }
    if (selection.window() instanceof Window.InForce) {
      table.keepInForce();
      samples.table().keepInForce();
    }
    boolean suits =
        !(selection.window() instanceof Window.InForce)
            || read(new Part(table.inForce(), false), samples.table().inForce());
    for (Map.Entry<String, FactReads.Read> read : reads.attributes().entrySet()) {
      Column column = table.column(read.getKey(), read.getValue().type());
      Part part = new Part(column, read.getValue().onlyWhetherKnown());
      suits &= read(part, samples.table().columnLike(read.getKey(), column));
    }
    return suits;
  }

  private boolean read(Part part, Column sample) {
    sampleColumns.put(part.column(), sample);
    return facts.table().signatures().read(part);
  }

  /** The windows whose bounds matter; nothing if the window differs by subject. */
  private Optional<List<Window.Days>> windows(Window window) {
    if (window instanceof Window.Rolling || window instanceof Window.Calendar) {
      return Optional.of(List.of(FactCompiler.daysOf(window, block.columns().date())));
    }
    boolean isFixed = window instanceof Window.Everything || window instanceof Window.InForce;
    return isFixed ? Optional.of(List.of()) : Optional.empty();
  }

  private void run() {
    if (fields.isEmpty()) {
      return;
    }
    FactTable table = facts.table();
    int oldestAge = today - table.oldest().orElse(today);
    if (isNew(table.signatures()) || oldestAge > lookedAge) {
      look(table.signatures(), oldestAge);
    }
    sums.run(table.signatures().numbers(), ages, lookedAge >= ages.covered());
    if (left != null) {
      leave(left);
    }
    for (CellField field : fields) {
      field.set(sums);
    }
  }

  private boolean isNew(Signatures signatures) {
    return numbers != signatures.count() || hasMisfits != signatures.hasMisfits();
  }

  private void leave(Place place) {
    long[] joined = sums.union(place);
    for (int subject = 0; subject < block.subjects().count(); subject++) {
      if (place.of(joined[subject]) != 0) {
        block.leave(block.subjects(), subject);
      }
    }
  }

  /** Runs the rules over one fact of each cell. */
  private void look(Signatures signatures, int oldestAge) {
    numbers = signatures.count();
    hasMisfits = signatures.hasMisfits();
    ages.coverAge(oldestAge);
    lookedAge = Math.max(oldestAge, ages.covered() - 1);
    int classes = ages.count();
    int cells = numbers * classes;
    fields.forEach(field -> field.start(cells));
    boolean[] isLeft = new boolean[cells];
    Arrays.fill(isLeft, 0, hasMisfits ? classes : 0, true);
    fill(signatures);
    for (int first = 1; first < numbers; first += Block.SUBJECTS) {
      int count = Math.min(Block.SUBJECTS, numbers - first);
      sampleBlock.run(first - 1, count);
      for (int row = 0; row < count * classes; row++) {
        int cell = first * classes + row;
        isLeft[cell] = sampleBlock.isLeft(row / classes);
        for (CellField field : fields) {
          field.take(row, cell);
        }
      }
    }
    pack(cells, isLeft);
  }

  /** One fact of each cell, in the order of the cells; none of misfits. */
  private void fill(Signatures signatures) {
    FactTable table = samples.table();
    table.clear();
    for (int number = 1; number < numbers; number++) {
      for (int ageClass = 0; ageClass < ages.count(); ageClass++) {
        table.addDay(today - ages.firstAge(ageClass));
        for (int part = 0; part < signatures.parts().size(); part++) {
          Column sample = sampleColumns.get(signatures.parts().get(part).column());
          if (sample != null) {
            sample.addRaw(signatures.value(number, part), signatures.isUnknown(number, part));
          }
        }
      }
      table.endSubject();
    }
  }

  private void pack(int cells, boolean[] isLeft) {
    CellWords words = new CellWords(cells);
    for (CellField field : fields) {
      boolean[] fits = field.put(words);
      for (int cell = 0; cell < cells; cell++) {
        isLeft[cell] |= !fits[cell];
      }
    }
    left = null;
    for (int cell = 0; cell < cells; cell++) {
      if (isLeft[cell]) {
        left = left == null ? words.unionOf(1) : left;
        words.putBit(cell, left, 0);
      }
    }
    sums.use(words);
  }
}
