package io.foodsafety.document.internal;

import io.foodsafety.document.DocumentDetails;
import io.foodsafety.document.DocumentTemplate;
import io.foodsafety.document.TemplatePart;
import io.foodsafety.document.TemplateText;
import io.foodsafety.model.document.CheckBox;
import io.foodsafety.model.document.ChecksPart;
import io.foodsafety.model.document.DocumentField;
import io.foodsafety.model.document.DocumentPart;
import io.foodsafety.model.document.FieldsPart;
import io.foodsafety.model.document.OfficialDocument;
import io.foodsafety.model.document.SignatureLine;
import io.foodsafety.model.document.SignaturesPart;
import io.foodsafety.model.document.TableColumn;
import io.foodsafety.model.document.TablePart;
import io.foodsafety.model.document.TableRow;
import io.foodsafety.model.document.TextPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fills in a template. What is not known is left blank. */
final class DocumentMaker {

  /** Where a text has a value in it that is not known: a line to write on. */
  private static final String BLANK = "＿＿＿＿";

  private final DocumentTemplate template;
  private final ValueSource source;
  private final DocumentDetails details;
  private final Phrases phrases;

  DocumentMaker(
      DocumentTemplate template, ValueSource source, DocumentDetails details, Phrases phrases) {
    this.template = template;
    this.source = source;
    this.details = details;
    this.phrases = phrases;
  }

  OfficialDocument make() {
    TemplateUse.of(template, phrases).check(details);
    OfficialDocument.Builder builder =
        OfficialDocument.builder(
            template.id(), template.title().in(details.locale()), details.locale(), details.date());
    details.number().ifPresent(builder::number);
    details.issuer().ifPresent(builder::issuer);
    template.parts().forEach(part -> builder.part(part(part)));
    builder.note(phrases.of("依据：", "Basis: ") + template.basis());
    template.note().ifPresent(note -> builder.note(filled(note.in(details.locale()))));
    return builder.build();
  }

  private DocumentPart part(TemplatePart part) {
    String title = part.title().map(this::text).orElse("");
    if (part instanceof TemplatePart.Fields fields) {
      return new FieldsPart(title, fields.fields().stream().map(this::field).toList());
    } else if (part instanceof TemplatePart.Checks checks) {
      return new ChecksPart(
          title, checks.boxes().stream().map(this::box).toList(), checks.inline());
    } else if (part instanceof TemplatePart.Table table) {
      return table(title, table);
    } else if (part instanceof TemplatePart.Paragraphs paragraphs) {
      return new TextPart(title, paragraphs.paragraphs().stream().map(this::text).toList());
    } else if (part instanceof TemplatePart.Signatures signatures) {
      List<SignatureLine> lines = new ArrayList<>();
      signatures.lines().forEach(line -> lines.addAll(signatures(line)));
      return new SignaturesPart(title, lines);
    }
    throw new IllegalArgumentException("There is no such part of a template.");
  }

  private DocumentField field(TemplatePart.Field field) {
    return new DocumentField(
        text(field.label()), value(field.value()).map(DocumentValue::text), field.wide());
  }

  private CheckBox box(TemplatePart.Box box) {
    return new CheckBox(text(box.text()), box.condition().map(this::holds).orElse(false));
  }

  private boolean holds(TemplatePart.Condition condition) {
    if (condition instanceof TemplatePart.LineHolds line) {
      return source.holds(line.item());
    } else if (condition instanceof TemplatePart.ValueIs is) {
      return value(is.value())
          .filter(each -> each.codes().stream().anyMatch(is.codes()::contains))
          .isPresent();
    }
    throw new IllegalArgumentException("There is no such condition.");
  }

  private TablePart table(String title, TemplatePart.Table table) {
    List<String> columns = table.columns().stream().map(TemplatePart.Column::name).toList();
    return new TablePart(
        title,
        table.columns().stream()
            .map(column -> new TableColumn(text(column.heading()), column.share()))
            .toList(),
        source.rows(table.of(), columns).stream()
            .map(row -> new TableRow(row.heading(), row.cells()))
            .toList());
  }

  /** Those who signed, and empty lines. */
  private List<SignatureLine> signatures(TemplatePart.Line line) {
    String role = text(line.label());
    List<SignatureLine> lines = new ArrayList<>();
    for (DocumentDetails.Signed signed : signed(line.role())) {
      lines.add(new SignatureLine(role, Optional.of(signed.name()), signed.date()));
    }
    while (lines.size() < line.count()) {
      lines.add(new SignatureLine(role, Optional.empty(), Optional.empty()));
    }
    return lines;
  }

  /** Those who signed, by the details or else by the submission. */
  private List<DocumentDetails.Signed> signed(String role) {
    List<DocumentDetails.Signed> given =
        details.signatures().stream().filter(each -> each.role().equals(role)).toList();
    return given.isEmpty()
        ? source.signed(role).stream()
            .map(name -> new DocumentDetails.Signed(role, name, Optional.empty()))
            .toList()
        : given;
  }

  private Optional<DocumentValue> value(String name) {
    String given = details.values().get(name);
    if (given != null) {
      return given.isBlank() ? Optional.empty() : Optional.of(DocumentValue.of(given));
    }
    Optional<String> role = Names.role(name);
    if (role.isPresent()) {
      List<String> names = signed(role.get()).stream().map(DocumentDetails.Signed::name).toList();
      return names.isEmpty()
          ? Optional.empty()
          : Optional.of(DocumentValue.of(phrases.list(names)));
    }
    return switch (name) {
      case "document.number" -> details.number().map(DocumentValue::of);
      case "document.issuer" -> details.issuer().map(DocumentValue::of);
      case "document.date" -> Optional.of(DocumentValue.of(phrases.date(details.date())));
      case "document.year" ->
          Optional.of(DocumentValue.of(Integer.toString(details.date().getYear())));
      default -> source.find(name);
    };
  }

  private String text(TemplateText text) {
    return filled(text.in(phrases.locale(), phrases.texts()));
  }

  private String filled(String text) {
    return Names.fill(text, name -> value(name).map(DocumentValue::text).orElse(BLANK));
  }
}
