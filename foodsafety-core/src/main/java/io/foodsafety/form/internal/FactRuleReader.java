package io.foodsafety.form.internal;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.form.FactRule;
import io.foodsafety.form.FactRule.ItemValue;
import io.foodsafety.form.FactRule.ResultValue;
import io.foodsafety.form.FactRule.Source;
import io.foodsafety.form.FormIssues;
import io.foodsafety.model.fact.AttributeDeclaration;
import io.foodsafety.model.fact.AttributeType;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.FactKind;
import io.foodsafety.model.issue.Location;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.ObjectReader;
import io.foodsafety.source.internal.SourceNode;
import io.foodsafety.source.internal.WordReader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads which facts come out of a submission, and compares them with what is declared. */
final class FactRuleReader {

  private static final Map<String, ResultValue> RESULTS =
      byCode(ResultValue.values(), ResultValue::code);
  private static final Map<String, ItemValue> ITEMS = byCode(ItemValue.values(), ItemValue::code);

  private final Map<String, FactKind> kinds;
  private final FieldNames fields;
  private final WordReader words;
  private final IssueCollector issues;
  private final Set<String> names = new HashSet<>();

  FactRuleReader(
      FactCatalogue catalogue, FieldNames fields, WordReader words, IssueCollector issues) {
    this.kinds =
        catalogue.kinds().stream().collect(Collectors.toMap(FactKind::name, Function.identity()));
    this.fields = fields;
    this.words = words;
    this.issues = issues;
  }

  private static <T> Map<String, T> byCode(T[] values, Function<T, String> code) {
    return Arrays.stream(values).collect(Collectors.toMap(code, Function.identity()));
  }

  FactRule rule(SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    FactKind kind = words.known("kind", reader.get("kind"), kinds);
    String name = words.word(reader.find("name").orElseGet(() -> reader.get("kind")));
    words.unique(FormIssues.DUPLICATE_NAME, "fact", name, reader.location("name"), names);
    boolean eachFailed =
        reader.find("each").map(each -> words.oneOf(each, List.of("failed"))).isPresent();
    Optional<String> submitters = reader.find("submitters").map(words::word);
    Map<String, Source> sources = new HashMap<>();
    reader
        .members("attributes")
        .forEach(
            (attribute, source) ->
                issues
                    .attempt(() -> source(kind, attribute, source, eachFailed))
                    .ifPresent(each -> sources.put(attribute, each)));
    reader.end();
    FactRule rule = new FactRule(name, kind.name(), eachFailed, submitters, sources);
    FactRuleCheck.missing(rule, kind, reader.members("attributes").keySet(), node.location())
        .forEach(issues::add);
    return rule;
  }

  private Source source(FactKind kind, String name, SourceNode node, boolean eachFailed) {
    AttributeDeclaration attribute =
        kind.findAttribute(name)
            .orElseThrow(
                () ->
                    words.unknown(
                        "attribute of kind " + kind.name(),
                        name,
                        node.location(),
                        kind.attributes().stream().map(AttributeDeclaration::name).toList()));
    Source source = source(attribute, node, eachFailed);
    Location location = node.location();
    FactRuleCheck.type(kind.name(), attribute, source, location)
        .ifPresent(
            issue -> {
              throw issues.abandon(issue);
            });
    return source;
  }

  private Source source(AttributeDeclaration attribute, SourceNode node, boolean eachFailed) {
    ObjectReader reader = ObjectReader.of(node, issues);
    List<String> forms =
        eachFailed
            ? List.of("value", "field", "result", "item")
            : List.of("value", "field", "result");
    String form =
        forms.stream()
            .filter(each -> reader.find(each).isPresent())
            .findFirst()
            .orElseThrow(() -> reader.noneOf(forms));
    SourceNode of = reader.get(form);
    Source source =
        switch (form) {
          case "value" -> new Source.Constant(constant(attribute.type(), of));
          case "field" -> new Source.OfField(fields.get(of));
          case "result" -> new Source.OfResult(words.known("result", of, RESULTS));
          default -> new Source.OfItem(words.known("value of an item", of, ITEMS));
        };
    if (reader.members().size() > 1) {
      throw ObjectReader.badValue(
          node,
          String.join(", ", reader.members().keySet()),
          "It has several sources.",
          "one of " + String.join(", ", forms),
          issues);
    }
    return source;
  }

  private AttributeValue constant(AttributeType type, SourceNode node) {
    if (node instanceof SourceNode.NumberNode number) {
      return new AttributeValue.Decimal(number.value());
    }
    if (node instanceof SourceNode.BooleanNode bool) {
      return AttributeValue.bool(bool.value());
    }
    return switch (type) {
      case DATE -> AttributeValue.date(ObjectReader.date(node, issues));
      case CODE ->
          ObjectReader.parse(node, "a word of 1 to 256 characters", AttributeValue::code, issues);
      default -> AttributeValue.string(Objects.requireNonNull(ObjectReader.text(node, issues)));
    };
  }
}
