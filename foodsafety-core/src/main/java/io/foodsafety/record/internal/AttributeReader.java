package io.foodsafety.record.internal;

import io.foodsafety.model.fact.AttributeDeclaration;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.issue.IssueType;
import io.foodsafety.record.RecordIssues;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads values of declared attributes; null means that a fault was noted. */
final class AttributeReader {

  private final Faults faults;

  AttributeReader(Faults faults) {
    this.faults = faults;
  }

  @Nullable AttributeValue read(AttributeDeclaration declaration, Object value, String path) {
    return switch (declaration.type()) {
      case STRING -> value instanceof String text ? text(text, path) : wrong("text", value, path);
      case DECIMAL ->
          value instanceof BigDecimal number
              ? decimal(number, path)
              : wrong(
                  declaration.unit().map(unit -> "number in " + unit).orElse("number"),
                  value,
                  path);
      case BOOLEAN ->
          value instanceof Boolean truth
              ? AttributeValue.bool(truth)
              : wrong("truth value", value, path);
      case DATE -> value instanceof String text ? date(text, path) : wrong("date", value, path);
      case CODE -> value instanceof String text ? code(text, path) : wrong("code", value, path);
      case CODES ->
          value instanceof List<?> list ? codes(list, path) : wrong("list of codes", value, path);
    };
  }

  private @Nullable AttributeValue text(String text, String path) {
    if (text.length() > Limits.MAX_TEXT
        && text.codePointCount(0, text.length()) > Limits.MAX_TEXT) {
      faults.add(
          faults
              .at(path, RecordIssues.TEXT_TOO_LONG)
              .with("field", path)
              .with("limit", Limits.MAX_TEXT));
      return null;
    }
    return isOf(Form.TEXT, text, path) ? AttributeValue.string(text) : null;
  }

  private @Nullable AttributeValue decimal(BigDecimal number, String path) {
    if (!Limits.admits(number)) {
      faults.add(faults.at(path, RecordIssues.NUMBER_TOO_LONG).with("place", path));
      return null;
    }
    return new AttributeValue.Decimal(number);
  }

  private @Nullable AttributeValue date(String text, String path) {
    LocalDate date = IsoText.date(text);
    return isOf(Form.DATE, text, path) && date != null ? AttributeValue.date(date) : null;
  }

  private @Nullable AttributeValue code(String text, String path) {
    return isOf(Form.IDENTIFIER, text, path) ? AttributeValue.code(text) : null;
  }

  private @Nullable AttributeValue codes(List<?> list, String path) {
    if (!faults.admits(list.size(), Limits.MAX_LIST, path)) {
      return null;
    }
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      Object element = list.get(i);
      String place = JsonPointer.child(path, i);
      if (!(element instanceof String code)) {
        faults.add(FieldReader.wrongType("code", element, place, faults));
      } else if (isOf(Form.IDENTIFIER, code, place)) {
        codes.add(code);
      }
    }
    return codes.size() == list.size() ? AttributeValue.codes(codes) : null;
  }

  /** Whether a text is of a form; if not, a fault is noted. */
  boolean isOf(Form form, String text, String path) {
    Optional<String> fault = form.findFault(text);
    fault.ifPresent(
        phrase -> faults.add(DraftValidation.malformed(form, text, phrase, path, faults)));
    return fault.isEmpty();
  }

  private @Nullable AttributeValue wrong(String expected, Object value, String path) {
    IssueType.Builder issue = FieldReader.wrongType(expected, value, path, faults);
    faults.add(issue);
    return null;
  }
}
