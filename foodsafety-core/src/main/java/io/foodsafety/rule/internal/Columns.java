package io.foodsafety.rule.internal;

import io.foodsafety.fact.AsOf;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.model.time.Moment;
import io.foodsafety.rule.BuiltIn;
import io.foodsafety.rule.RuleContext;
import io.foodsafety.rule.ValueType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What some rules read of many subjects and their facts at one point in time, in columns. The rules
 * are compiled first and name the columns; then subjects are added; then the rules are compiled
 * once more, now that the values are known, and run. For one writer; once filled, for many readers.
 */
public final class Columns {

  /** Words that are kept from one subject to the next. */
  private static final int MOST_WORDS = 100_000;

  private static final int MOST_OF_AN_ID = 200;
  private static final int FIRST_YEAR = 1;
  private static final int LAST_YEAR = 9999;

  private final ZoneId zone;
  private final Dictionary dictionary;
  private final boolean skipsDays;
  private final Map<String, Column> attributes = new LinkedHashMap<>();
  private final Map<String, FactTable> tables = new LinkedHashMap<>();
  private final List<String> ids = new ArrayList<>();
  private final Map<Integer, RuleContext> kept = new HashMap<>();
  private AsOf asOf;
  private int dictionaries;

  /** Columns of no subject. */
  public Columns(AsOf asOf, ZoneId zone) {
    this(asOf, zone, new Dictionary());
  }

  private Columns(AsOf asOf, ZoneId zone, Dictionary dictionary) {
    this.asOf = asOf;
    this.zone = zone;
    this.dictionary = dictionary;
    this.skipsDays = skipsDays(zone);
  }

  /** Columns of no subject, in which the same codes mean the same. */
  Columns withSameCodes() {
    return new Columns(asOf, zone, dictionary);
  }

  /** {@return the point of assessment} */
  public AsOf asOf() {
    return asOf;
  }

  public LocalDate date() {
    return asOf.dateIn(zone);
  }

  ZoneId zone() {
    return zone;
  }

  Dictionary dictionary() {
    return dictionary;
  }

  /** {@return how many subjects there are} */
  public int size() {
    return ids.size();
  }

  /** {@return the id of a subject} */
  public String id(int subject) {
    return ids.get(subject);
  }

  Column attribute(String name, ValueType type) {
    Column known = attributes.get(name);
    if (known == null) {
      known = new Column(type, dictionary);
      attributes.put(name, known);
    }
    return Column.ofType(known, name, type);
  }

  FactTable table(String kind) {
    FactTable known = tables.get(kind);
    if (known == null) {
      known = new FactTable(kind, dictionary);
      tables.put(kind, known);
    }
    return known;
  }

  /** The columns of the attributes of subjects. */
  Collection<Column> attributes() {
    return attributes.values();
  }

  /** The facts of all kinds that are read. */
  Collection<FactTable> tables() {
    return tables.values();
  }

  Optional<FactTable> findTable(String kind) {
    return Optional.ofNullable(tables.get(kind));
  }

  /**
   * A number that changes when a program compiled for these columns does not fit them any more: for
   * another day, for numbers of more digits, for unknown values where there were none.
   */
  public long shape() {
    return (date().toEpochDay() << Integer.SIZE) + codes();
  }

  /** A number that grows whenever a value comes to be written otherwise; nothing makes it less. */
  long codes() {
    long codes = dictionaries;
    for (Column column : attributes.values()) {
      codes += 1 + column.shape();
    }
    for (FactTable table : tables.values()) {
      codes += table.codes();
    }
    return codes;
  }

  /** Expects any value to be unknown, so that no later subject changes the shape by that. */
  public void expectUnknown() {
    attributes.values().forEach(Column::expectUnknown);
    tables.values().forEach(table -> table.columns().forEach(Column::expectUnknown));
  }

  /** Forgets all subjects; the columns stay, for another point of assessment. */
  public void clear(AsOf newAsOf) {
    asOf = newAsOf;
    if (dictionary.size() > MOST_WORDS) {
      forgetWords();
    }
    ids.clear();
    kept.clear();
    attributes.values().forEach(Column::clear);
    tables.values().forEach(FactTable::clear);
  }

  private void forgetWords() {
    dictionary.clear();
    dictionaries++;
    for (FactTable table : tables.values()) {
      table.clear();
      table.signatures().startAgain();
    }
  }

  /** Adds a subject with all its facts. */
  public void add(String id, Optional<Subject> subject, FactHistory history) {
    add(id, subject, history, history.counting(asOf, zone));
  }

  void add(String id, Optional<Subject> subject, FactHistory history, List<Fact> counting) {
    SubjectRef ref = SubjectRef.business(id);
    if (!canBeMadeAgain(id, counting)) {
      kept.put(ids.size(), RuleContext.of(ref, subject, history, asOf, zone));
    }
    addAttributes(subject);
    for (Fact fact : counting) {
      FactTable table = tables.get(fact.kind());
      if (table != null) {
        table.add(fact, ref, asOf, zone);
      }
    }
    endSubject(id);
  }

  void addAttributes(Optional<Subject> subject) {
    LocalDate date = date();
    attributes.forEach(
        (name, column) -> column.add(subject.flatMap(each -> BuiltIn.read(each, name, date))));
  }

  /** Ends a subject, after its attributes and its facts. */
  void endSubject(String id) {
    tables.values().forEach(FactTable::endSubject);
    ids.add(id);
  }

  /** Whether the subjects are whole in the columns, with no fact of a day before some day. */
  boolean canBePacked(long firstDay) {
    boolean can = kept.isEmpty();
    for (Column column : attributes.values()) {
      can &= !column.hasMisfits();
    }
    for (FactTable table : tables.values()) {
      can &= table.canBePacked(firstDay);
    }
    return can;
  }

  /** The last day for which it stays right which facts are in force. */
  long lastDayInForce() {
    long day = Long.MAX_VALUE;
    for (FactTable table : tables.values()) {
      day = Math.min(day, table.lastDayInForce());
    }
    return day;
  }

  /** Facts at the ends of the calendar have no other time of their day; long ids no other id. */
  private boolean canBeMadeAgain(String id, List<Fact> facts) {
    LocalDate before = LocalDate.MIN;
    for (Fact fact : facts) {
      LocalDate day = fact.at().dateIn(zone);
      if (!isOrdinary(fact)
          || day.isBefore(before) // a clock was set back over midnight
          || (skipsDays && !day.atStartOfDay(zone).toLocalDate().equals(day))) {
        return false;
      }
      before = day;
    }
    return id.length() <= MOST_OF_AN_ID;
  }

  /** Whether some day never began, as on islands that changed the side of the date line. */
  private static boolean skipsDays(ZoneId zone) {
    return zone.getRules().getTransitions().stream()
        .anyMatch(transition -> transition.getDuration().toDays() >= 1);
  }

  boolean isOrdinary(Fact fact) {
    return isOrdinary(fact.at()) && fact.until().map(this::isOrdinary).orElse(true);
  }

  private boolean isOrdinary(Moment moment) {
    int year = moment.dateIn(zone).getYear();
    return year > FIRST_YEAR && year < LAST_YEAR;
  }

  /** {@return a subject as rules see it, made again from the columns} */
  public RuleContext context(int subject) {
    RuleContext whole = kept.get(subject);
    if (whole != null) {
      return whole;
    }
    SubjectRef ref = SubjectRef.business(ids.get(subject));
    List<Fact> facts = new ArrayList<>();
    tables.values().forEach(table -> facts.addAll(table.facts(subject, ref, zone)));
    return RuleContext.of(
        ref,
        name -> Optional.ofNullable(attributes.get(name)).flatMap(column -> column.get(subject)),
        FactHistory.of(facts, List.of()),
        AsOf.date(date()),
        zone);
  }
}
