package io.foodsafety.document.internal;

import io.foodsafety.document.DocumentIssues;
import io.foodsafety.document.DocumentTemplate.Source;
import io.foodsafety.document.TemplatePart;
import io.foodsafety.document.TemplateText;
import io.foodsafety.form.LocalText;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.internal.NearestNames;
import io.foodsafety.source.internal.IssueCollector;
import io.foodsafety.source.internal.ObjectReader;
import io.foodsafety.source.internal.SourceNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the parts of a template; what is wrong gives up its element. */
final class PartReader {

  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,62}");
  private static final int MAX_TEXT = 2000;
  private static final int MAX_LINES = 20;
  private static final int MAX_SHARE = 100;

  private final Source source;
  private final IssueCollector issues;

  PartReader(Source source, IssueCollector issues) {
    this.source = source;
    this.issues = issues;
  }

  TemplatePart part(SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    Optional<TemplateText> title = reader.find("title").map(this::text);
    TemplatePart part;
    if (reader.find("fields").isPresent()) {
      part = new TemplatePart.Fields(title, each(reader, "fields", this::field));
    } else if (reader.find("boxes").isPresent()) {
      boolean inline = reader.findBoolean("inline").orElse(false);
      part = new TemplatePart.Checks(title, inline, each(reader, "boxes", this::box));
    } else if (reader.find("table").isPresent()) {
      String of = known("table", reader.get("table"), Names.tables(source));
      part = new TemplatePart.Table(title, of, each(reader, "columns", this::column));
    } else if (reader.find("paragraphs").isPresent()) {
      part = new TemplatePart.Paragraphs(title, each(reader, "paragraphs", this::text));
    } else if (reader.find("signatures").isPresent()) {
      part = new TemplatePart.Signatures(title, each(reader, "signatures", this::line));
    } else {
      throw reader.noneOf(List.of("fields", "boxes", "table", "paragraphs", "signatures"));
    }
    reader.end();
    return part;
  }

  private TemplatePart.Field field(SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    TemplatePart.Field field =
        new TemplatePart.Field(
            text(reader.get("label")),
            value(reader.get("value")),
            reader.findBoolean("wide").orElse(false));
    reader.end();
    return field;
  }

  private TemplatePart.Box box(SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    TemplateText text = text(reader.get("text"));
    Optional<TemplatePart.Condition> condition = Optional.empty();
    if (reader.find("line").isPresent()) {
      if (source != Source.ASSESSMENT) {
        throw ObjectReader.badValue(
            reader.get("line"), "line", "Only an assessment has lines.", "a value", issues);
      }
      condition = Optional.of(new TemplatePart.LineHolds(reader.text("line")));
    } else if (reader.find("value").isPresent()) {
      List<String> codes =
          ObjectReader.list(reader.get("in"), issues).stream()
              .map(each -> ObjectReader.text(each, issues))
              .toList();
      condition = Optional.of(new TemplatePart.ValueIs(value(reader.get("value")), codes));
    }
    reader.end();
    return new TemplatePart.Box(text, condition);
  }

  private TemplatePart.Column column(SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    TemplatePart.Column column =
        new TemplatePart.Column(
            known("column", reader.get("column"), Names.ITEM_COLUMNS),
            text(reader.get("heading")),
            reader.findInteger("share", 1, MAX_SHARE).orElse(10));
    reader.end();
    return column;
  }

  private TemplatePart.Line line(SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    TemplatePart.Line line =
        new TemplatePart.Line(
            word(reader.get("role")),
            text(reader.get("label")),
            reader.findInteger("count", 1, MAX_LINES).orElse(1));
    reader.end();
    return line;
  }

  /** Words in both languages, or the key of a text of the region. */
  private TemplateText text(SourceNode node) {
    if (node instanceof SourceNode.TextNode key) {
      return new TemplateText(Optional.empty(), Optional.of(word(key)));
    }
    return new TemplateText(Optional.of(slotted(node)), Optional.empty());
  }

  /** Words in both languages with values in braces. */
  LocalText slotted(SourceNode node) {
    LocalText words = words(node);
    for (String slot : Names.slots(words.zh() + words.en())) {
      checkValue(slot, node.location());
    }
    return words;
  }

  LocalText words(SourceNode node) {
    ObjectReader reader = ObjectReader.of(node, issues);
    LocalText text = new LocalText(words(reader, "zh"), words(reader, "en"));
    reader.end();
    return text;
  }

  private String words(ObjectReader reader, String language) {
    String text = reader.text(language);
    if (text.length() > MAX_TEXT) {
      throw ObjectReader.badValue(
          reader.get(language), text, "It is too long.", "2000 characters", issues);
    }
    return text;
  }

  private String value(SourceNode node) {
    String name = ObjectReader.text(node, issues);
    checkValue(name, node.location());
    return name;
  }

  private void checkValue(String name, Location location) {
    if (!Names.isValue(name, source)) {
      throw unknown("value", name, location, Names.values(source));
    }
  }

  String word(SourceNode node) {
    String word = ObjectReader.text(node, issues);
    if (!WORD.matcher(word).matches()) {
      throw ObjectReader.badValue(
          node,
          word,
          "It is not well-formed.",
          "1 to 63 letters, digits, '.', '_' and '-', beginning with a letter",
          issues);
    }
    return word;
  }

  String oneOf(SourceNode node, List<String> allowed) {
    String word = ObjectReader.text(node, issues);
    if (!allowed.contains(word)) {
      throw ObjectReader.badValue(
          node, word, "It is none of the words.", String.join(", ", allowed), issues);
    }
    return word;
  }

  private String known(String what, SourceNode node, Collection<String> known) {
    String name = ObjectReader.text(node, issues);
    if (!known.contains(name)) {
      throw unknown(what, name, node.location(), known);
    }
    return name;
  }

  private IssueCollector.Abandoned unknown(
      String what, String name, Location location, Collection<String> known) {
    return issues.abandon(
        DocumentIssues.UNKNOWN_NAME
            .at(location)
            .with("what", what)
            .with("name", name)
            .with("nearest", NearestNames.of(name, known))
            .build());
  }

  /** Reads each element of a list that must not be empty; those that are wrong are left out. */
  <T> List<T> each(ObjectReader reader, String name, Function<SourceNode, T> read) {
    List<SourceNode> nodes = issues.attempt(() -> reader.list(name)).orElse(List.of());
    if (nodes.isEmpty()) {
      issues.add(DocumentIssues.EMPTY.at(reader.location(name)).with("what", name).build());
    }
    return nodes.stream().flatMap(node -> issues.attempt(() -> read.apply(node)).stream()).toList();
  }
}
