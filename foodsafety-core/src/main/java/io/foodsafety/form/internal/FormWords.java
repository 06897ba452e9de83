package io.foodsafety.form.internal;

import io.foodsafety.form.FormIssues;
import io.foodsafety.form.LocalText;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.internal.NearestNames;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.ObjectReader;
import io.foodsafety.source.internal.SourceNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Words, texts and names in documents of forms; what is wrong gives up its element. */
final class FormWords {

  private static final int MAX_TEXT = 2000;

  private final IssueCollector issues;

  FormWords(IssueCollector issues) {
    this.issues = issues;
  }

  /** Reads each element of a list; those that are wrong are left out, with their issues. */
  <T> List<T> each(ObjectReader reader, String name, Function<SourceNode, T> read) {
    return issues.attempt(() -> reader.list(name)).orElse(List.of()).stream()
        .flatMap(node -> issues.attempt(() -> read.apply(node)).stream())
        .toList();
  }

  /** A text in both languages. */
  LocalText text(SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    LocalText text = new LocalText(text(reader, "zh"), text(reader, "en"));
    reader.end();
    return text;
  }

  private String text(ObjectReader reader, String language) {
    String text = reader.text(language);
    if (text.length() > MAX_TEXT) {
      throw ObjectReader.badValue(
          reader.get(language), text, "It is too long.", "2000 characters", issues);
    }
    return text;
  }

  /** A word such as {@code self-check}. */
  String word(SourceNode node) {
    String word = ObjectReader.text(node, issues);
    if (!Texts.isWord(word)) {
      throw ObjectReader.badValue(
          node,
          word,
          "It is not well-formed.",
          "1 to 63 letters, digits, '.', '_' and '-', beginning with a letter",
          issues);
    }
    return word;
  }

  /** The number of an item or section, such as {@code 3.10}. */
  String number(SourceNode node) {
    String number = ObjectReader.text(node, issues);
    if (!Texts.isNumber(number)) {
      throw ObjectReader.badValue(
          node,
          number,
          "It is not well-formed.",
          "1 to 30 letters, digits, '.', '_' and '-', beginning with a letter or digit",
          issues);
    }
    return number;
  }

  /** One of several words. */
  String oneOf(SourceNode node, List<String> allowed) {
    String word = ObjectReader.text(node, issues);
    if (!allowed.contains(word)) {
      throw ObjectReader.badValue(
          node, word, "It is none of the words.", String.join(", ", allowed), issues);
    }
    return word;
  }

  /** A number that must be there and be above zero. */
  BigDecimal positive(ObjectReader reader, String name) {
    reader.get(name);
    BigDecimal number = reader.findNumber(name).orElseThrow();
    if (number.signum() <= 0) {
      throw ObjectReader.badValue(
          reader.get(name), number.toPlainString(), "It is too small.", "above 0", issues);
    }
    return number;
  }

  /** The thing of a name. */
  <T> T known(String what, SourceNode node, Map<String, T> known) {
    return Objects.requireNonNull(known.get(known(what, node, known.keySet())));
  }

  /** A name that is known. */
  String known(String what, SourceNode node, Collection<String> known) {
    String name = ObjectReader.text(node, issues);
    if (!known.contains(name)) {
      throw unknown(what, name, node.location(), known);
    }
    return name;
  }

  IssueCollector.Abandoned unknown(
      String what, String name, Location location, Collection<String> known) {
    return issues.abandon(
        FormIssues.UNKNOWN_NAME
            .at(location)
            .with("what", what)
            .with("name", name)
            .with("nearest", NearestNames.of(name, known))
            .build());
  }

  /** Takes note of a name; gives up if it is there already. */
  void unique(String what, String name, Location location, Set<String> names) {
    if (!names.add(name)) {
      throw issues.abandon(
          FormIssues.DUPLICATE_NAME.at(location).with("what", what).with("name", name).build());
    }
  }
}
