package io.foodsafety.benchmarks.rules;

import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.subject.Licence;
import io.foodsafety.model.subject.Subject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A population as records of the library, each made when it is asked for. */
public final class PopulationRecords {

  private static final Map<String, AttributeValue> CODES = new ConcurrentHashMap<>();

  private final Population population;

  /** The records of a population. */
  public PopulationRecords(Population population) {
    this.population = population;
  }

  /** A business, by its place in the population. */
  public Subject subject(int business) {
    String id = id(business);
    Subject.Builder subject = Subject.builder(id, "Business " + id);
    for (Column column : population.attributes()) {
      int value = column.at(business);
      if (value != Column.ABSENT) {
        add(subject, column, value);
      }
    }
    return subject.build();
  }

  private String id(int business) {
    return "S" + (population.first() + business);
  }

  private static void add(Subject.Builder subject, Column column, int value) {
    switch (column.name()) {
      case "$segment" -> subject.segment(column.words().get(value));
      case "$format" -> subject.format(column.words().get(value));
      case "$licenceIssuedOn" ->
          subject.licence(Licence.of("L1").issuedOn(LocalDate.ofEpochDay(value)));
      default -> subject.attribute(column.name(), value(column, value));
    }
  }

  static AttributeValue value(Column column, int value) {
    return switch (column.type()) {
      case CODE -> CODES.computeIfAbsent(column.words().get(value), AttributeValue::code);
      case CODES -> AttributeValue.codes(words(column, value));
      case BOOLEAN -> AttributeValue.bool(value == 1);
      case DECIMAL -> new AttributeValue.Decimal(BigDecimal.valueOf(value, column.scale()));
      case DATE -> AttributeValue.date(LocalDate.ofEpochDay(value));
    };
  }

  private static List<String> words(Column column, int set) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < column.words().size(); i++) {
      if (((set >> i) & 1) == 1) {
        words.add(column.words().get(i));
      }
    }
    return words;
  }

  /** All facts of a business; ids of a kind are in the order of its table. */
  public List<Fact> facts(int business) {
    List<Fact> facts = new ArrayList<>();
    for (FactTable table : population.facts()) {
      int from = table.offsets()[business];
      for (int row = from; row < table.offsets()[business + 1]; row++) {
        facts.add(fact(business, table, row, row - from));
      }
    }
    return facts;
  }

  private Fact fact(int business, FactTable table, int row, int number) {
    List<Integer> values = table.columns().stream().map(column -> column.at(row)).toList();
    return new NewFact(table.kind(), table.days()[row], values)
        .record(id(business), table.columns(), number);
  }
}
