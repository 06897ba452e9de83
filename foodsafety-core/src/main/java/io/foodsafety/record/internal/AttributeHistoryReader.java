package io.foodsafety.record.internal;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.fact.AttributeDeclaration;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.subject.AttributeHistory;
import io.foodsafety.record.RecordIssues;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the attributes of a business. A plain value has always held; a value that changed is a list
 * of objects, each with a value and, but for one, the day from which it holds.
 */
final class AttributeHistoryReader {

  private static final String OWNER = "subject";
  private static final Set<String> FIELDS = Set.of("from", "value");

  private final FactCatalogue catalogue;
  private final Faults faults;
  private final AttributeReader reader;

  AttributeHistoryReader(FactCatalogue catalogue, Faults faults) {
    this.catalogue = catalogue;
    this.faults = faults;
    this.reader = new AttributeReader(faults);
  }

  Map<String, AttributeHistory> read(@Nullable Map<?, ?> given) {
    Map<String, AttributeHistory> attributes = new TreeMap<>();
    if (given == null) {
      return attributes;
    }
    given.forEach(
        (key, value) -> {
          if (faults.isFull()) {
            return;
          }
          String name = String.valueOf(key);
          String path = JsonPointer.child("/attributes", name);
          Optional<AttributeDeclaration> declaration = catalogue.findSubjectAttribute(name);
          if (declaration.isEmpty()) {
            faults.add(
                UndeclaredAttribute.of(name, OWNER, catalogue.subjectAttributes(), path, faults));
          } else if (value != null) {
            AttributeHistory history = history(declaration.get(), value, path);
            if (history != null) {
              attributes.put(name, history);
            }
          }
        });
    return attributes;
  }

  private @Nullable AttributeHistory history(
      AttributeDeclaration declaration, Object value, String path) {
    if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map) {
      return dated(declaration, list, path);
    }
    AttributeValue always = reader.read(declaration, value, path);
    return always == null ? null : AttributeHistory.always(always);
  }

  private @Nullable AttributeHistory dated(
      AttributeDeclaration declaration, List<?> list, String path) {
    if (!faults.admits(list.size(), Limits.MAX_LIST, path)) {
      return null;
    }
    Map<LocalDate, AttributeValue> values = new TreeMap<>();
    for (int i = 0; i < list.size(); i++) {
      String place = JsonPointer.child(path, i);
      if (!(list.get(i) instanceof Map<?, ?> entry)) {
        faults.add(FieldReader.wrongType("object", list.get(i), place, faults));
        continue;
      }
      FieldReader fields = new FieldReader(entry, place, faults);
      fields.refuseAllBut(FIELDS);
      LocalDate from = from(fields);
      AttributeValue value = value(declaration, fields);
      if (from != null && value != null && values.put(from, value) != null) {
        faults.add(faults.at(place, RecordIssues.SAME_DAY_TWICE).with("field", path));
      }
    }
    return values.isEmpty() ? null : AttributeHistory.of(values);
  }

  private @Nullable LocalDate from(FieldReader fields) {
    String text = fields.text("from");
    if (text == null) {
      return LocalDate.MIN;
    }
    LocalDate date = IsoText.date(text);
    if (date == null) {
      reader.isOf(Form.DATE, text, fields.path("from"));
    }
    return date;
  }

  private @Nullable AttributeValue value(AttributeDeclaration declaration, FieldReader fields) {
    Object value = fields.any("value");
    if (value == null) {
      String path = fields.path("value");
      faults.add(faults.at(path, RecordIssues.MISSING_FIELD).with("field", path));
      return null;
    }
    return reader.read(declaration, value, fields.path("value"));
  }
}
