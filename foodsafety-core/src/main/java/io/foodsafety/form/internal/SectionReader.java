package io.foodsafety.form.internal;

import io.foodsafety.form.FormField;
import io.foodsafety.form.FormIssues;
import io.foodsafety.form.FormItem;
import io.foodsafety.form.FormItem.EvidenceRule;
import io.foodsafety.form.FormItem.Weight;
import io.foodsafety.form.FormSection;
import io.foodsafety.risk.internal.RuleSource;
import io.foodsafety.rule.Expr;
import io.foodsafety.rule.ValueType;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.ObjectReader;
import io.foodsafety.source.internal.SourceNode;
import io.foodsafety.source.internal.WordReader;
import io.foodsafety.text.LocalText;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the sections of a form with their items and fields. */
final class SectionReader {

  private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,29}");

  private final RuleSource rules;
  private final WordReader words;
  private final boolean weighsByWord;
  private final boolean isScored;
  private final IssueCollector issues;
  private final Set<String> sections = new HashSet<>();
  private final Set<String> numbers = new HashSet<>();
  private final Set<String> names = new HashSet<>();

  SectionReader(
      RuleSource rules,
      WordReader words,
      boolean weighsByWord,
      boolean isScored,
      IssueCollector issues) {
    this.rules = rules;
    this.words = words;
    this.weighsByWord = weighsByWord;
    this.isScored = isScored;
    this.issues = issues;
  }

  /** The names of all fields that were read, those that were given up included. */
  Set<String> fieldNames() {
    return Set.copyOf(names);
  }

  FormSection section(SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    String number = itemNumber(reader.get("section"));
    words.unique(
        FormIssues.DUPLICATE_NAME, "section", number, reader.location("section"), sections);
    LocalText title = words.text(reader.get("title"));
    Optional<Expr> appliesWhen = condition(reader, "appliesWhen", Optional.empty());
    List<FormItem> items = words.each(reader, "items", each -> item(each, appliesWhen));
    List<FormField> fields = words.each(reader, "fields", each -> field(each, appliesWhen));
    reader.end();
    return new FormSection(number, title, items, fields);
  }

  private FormItem item(SourceNode node, Optional<Expr> ofSection) {
    ObjectReader reader = ObjectReader.of(node, issues);
    String number = itemNumber(reader.get("item"));
    words.unique(FormIssues.DUPLICATE_NAME, "item", number, reader.location("item"), numbers);
    FormItem item =
        new FormItem(
            number,
            words.text(reader.get("text")),
            reader.findBoolean("key").orElse(false),
            Set.copyOf(words.each(reader, "marks", words::word)),
            reader.find("weight").map(this::weight),
            reader.find("points").map(each -> reader.positive("points")),
            reader.findText("basis"),
            condition(reader, "appliesWhen", ofSection),
            reader.find("evidence").map(this::evidence));
    reader.end();
    if (item.weight().isPresent() && item.points().isPresent()) {
      throw ObjectReader.badValue(
          node, number, "It has a weight and points.", "one of them", issues);
    }
    if (isScored && item.weight().isEmpty() && item.points().isEmpty()) {
      throw issues.abandon(FormIssues.NO_WEIGHT.at(node.location()).with("item", number).build());
    }
    return item;
  }

  /** The number of an item or section, such as {@code 3.10}. */
  private String itemNumber(SourceNode node) {
    return words.matching(
        NUMBER,
        "1 to 30 letters, digits, '.', '_' and '-', beginning with a letter or digit",
        node);
  }

  /** A condition, joined with that of the section around it. */
  private Optional<Expr> condition(ObjectReader reader, String name, Optional<Expr> around) {
    Optional<Expr> own = reader.find(name).map(each -> rules.read(each, ValueType.BOOLEAN));
    return own.isPresent() && around.isPresent()
        ? Optional.of(new Expr.Joined(Expr.Junction.ALL, List.of(around.get(), own.get())))
        : own.or(() -> around);
  }

  private Weight weight(SourceNode node) {
    if (!(node instanceof SourceNode.ObjectNode object)) {
      return new Weight(Optional.of(number(node)), Map.of());
    }
    if (!weighsByWord) {
      throw ObjectReader.wrongType(node, "a number, for the form has no weightBy", issues);
    }
    Map<String, BigDecimal> byWord = new LinkedHashMap<>();
    object.members().forEach((word, each) -> byWord.put(word, number(each)));
    return new Weight(Optional.empty(), byWord);
  }

  private BigDecimal number(SourceNode node) {
    if (!(node instanceof SourceNode.NumberNode number)) {
      throw ObjectReader.wrongType(node, "a number", issues);
    }
    if (number.value().signum() < 0) {
      throw ObjectReader.badValue(
          node, number.value().toPlainString(), "It is negative.", "0 or more", issues);
    }
    return number.value();
  }

  private EvidenceRule evidence(SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    String kind = words.word(reader.get("kind"));
    boolean always =
        reader
            .find("for")
            .map(each -> words.oneOf(each, List.of("failed", "all")).equals("all"))
            .orElse(false);
    reader.end();
    return new EvidenceRule(kind, always);
  }

  private FormField field(SourceNode node, Optional<Expr> ofSection) {
    ObjectReader reader = ObjectReader.of(node, issues);
    String name = words.word(reader.get("field"));
    words.unique(FormIssues.DUPLICATE_NAME, "field", name, reader.location("field"), names);
    FormField.Type type =
        FormField.Type.find(words.oneOf(reader.get("type"), FormField.Type.codes())).orElseThrow();
    LocalText text = words.text(reader.get("text"));
    Map<String, LocalText> choices = type.isChosen() ? choices(reader.get("choices")) : Map.of();
    FormField field =
        new FormField(
            name,
            text,
            type,
            choices,
            reader.findBoolean("required").orElse(false),
            condition(reader, "appliesWhen", ofSection));
    reader.end();
    return field;
  }

  private Map<String, LocalText> choices(SourceNode node) {
    Map<String, LocalText> choices = new LinkedHashMap<>();
    for (SourceNode each : ObjectReader.list(node, issues)) {
      ObjectReader reader = ObjectReader.of(each, issues);
      String word = words.word(reader.get("word"));
      words.unique(
          FormIssues.DUPLICATE_NAME,
          "word",
          word,
          reader.location("word"),
          new HashSet<>(choices.keySet()));
      choices.put(word, words.text(reader.get("text")));
      reader.end();
    }
    if (choices.isEmpty()) {
      throw ObjectReader.badValue(node, "[]", "It is empty.", "at least one word", issues);
    }
    return choices;
  }
}
