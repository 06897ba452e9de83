package io.foodsafety.rule;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.fact.FactHistory;
import io.foodsafety.model.fact.AttributeType;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.SubjectType;
import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.time.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Facts of tests in one line, separated by semicolons: {@code F1 2024-05-02 n=3 ws=a,b}, an id, a
 * time and attributes of the type declared. Further words: {@code until=}, {@code known=} the
 * instant of recording, {@code source=}, {@code kind=}, {@code of=} the subject (S1 if there is
 * none), {@code role:seller=S1}. {@code -F1 2024-05-10} withdraws a fact.
 */
public final class FactNotation {

  private final FactCatalogue catalogue;
  private final String defaultKind;

  /** A notation for kinds of a catalogue. */
  public FactNotation(FactCatalogue catalogue, String defaultKind) {
    this.catalogue = catalogue;
    this.defaultKind = defaultKind;
  }

  /** All facts and withdrawals of a text. */
  public FactHistory history(String text) {
    List<Fact> facts = new ArrayList<>();
    List<Withdrawal> withdrawals = new ArrayList<>();
    for (String line : text.split(";")) {
      String[] words = line.strip().split("\\s+");
      if (words[0].startsWith("-")) {
        withdrawals.add(withdrawal(words, withdrawals.size() + 1));
      } else if (!words[0].isEmpty()) {
        facts.add(fact(words));
      }
    }
    return FactHistory.of(facts, withdrawals);
  }

  private static Withdrawal withdrawal(String[] words, int number) {
    Withdrawal withdrawal =
        Withdrawal.of("W" + number, words[0].substring(1), Moment.parse(words[1]), "mistaken");
    return words.length > 2
        ? withdrawal.withRecordedAt(Instant.parse(words[2].substring("known=".length())))
        : withdrawal;
  }

  private Fact fact(String[] words) {
    String kind = word(words, "kind", defaultKind);
    Fact.Builder fact =
        Fact.builder(words[0], kind, subject(word(words, "of", "S1")), Moment.parse(words[1]));
    for (int i = 2; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      add(fact, kind, words[i].substring(0, equals), words[i].substring(equals + 1));
    }
    return fact.build();
  }

  private static String word(String[] words, String name, String otherwise) {
    for (String word : words) {
      if (word.startsWith(name + "=")) {
        return word.substring(name.length() + 1);
      }
    }
    return otherwise;
  }

  private static SubjectRef subject(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? SubjectRef.business(text)
        : SubjectRef.of(
            SubjectType.find(text.substring(0, colon)).orElseThrow(), text.substring(colon + 1));
  }

  private void add(Fact.Builder fact, String kind, String name, String value) {
    switch (name) {
      case "kind", "of" -> {}
      case "until" -> fact.until(Moment.parse(value));
      case "known" -> fact.recordedAt(Instant.parse(value));
      case "source" -> fact.source(value);
      default -> {
        if (name.startsWith("role:")) {
          fact.ref(name.substring("role:".length()), subject(value));
        } else {
          AttributeType type =
              catalogue
                  .findKind(kind)
                  .flatMap(each -> each.findAttribute(name))
                  .orElseThrow(() -> new IllegalArgumentException(kind + " has no " + name))
                  .type();
          fact.attribute(name, value(type, value));
        }
      }
    }
  }

  /** A value of a type; the items of a list are separated by commas. */
  public static AttributeValue value(AttributeType type, String text) {
    return switch (type) {
      case STRING -> AttributeValue.string(text);
      case CODE -> AttributeValue.code(text);
      case DECIMAL -> AttributeValue.decimal(text);
      case BOOLEAN -> AttributeValue.bool(Boolean.parseBoolean(text));
      case DATE -> AttributeValue.date(LocalDate.parse(text));
      case CODES -> AttributeValue.codes(text.isEmpty() ? List.of() : List.of(text.split(",")));
    };
  }
}
