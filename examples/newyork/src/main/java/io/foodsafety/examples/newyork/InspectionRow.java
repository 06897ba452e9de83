package io.foodsafety.examples.newyork;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.spi.format.DataRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row: an inspection of a restaurant. What the values mean is checked by the core. */
final class InspectionRow {

  private static final int MAX_NUMBER_LENGTH = 40;

  private final List<String> fields;
  private final Location location;
  private final List<Issue> faults = new ArrayList<>();
  private final @Nullable BigDecimal longitude;
  private final @Nullable BigDecimal latitude;
  private final @Nullable BigDecimal score;

  InspectionRow(List<String> fields, Location location) {
    this.fields = fields;
    this.location = location;
    this.longitude = number("lon");
    this.latitude = number("lat");
    this.score = number("score");
  }

  private String field(String column) {
    return fields.get(NewYorkInspections.COLUMNS.indexOf(column));
  }

  /** The text of a column, null if it is empty. */
  private @Nullable String text(String column) {
    String text = field(column).strip();
    return text.isEmpty() ? null : text;
  }

  private @Nullable BigDecimal number(String column) {
    String text = text(column);
    if (text == null) {
      return null;
    }
    try {
      if (text.length() <= MAX_NUMBER_LENGTH) {
        return new BigDecimal(text);
      }
    } catch (NumberFormatException e) {
      // reported below, as is a number of absurd length
    }
    faults.add(
        NewYorkInspections.NOT_A_NUMBER
            .at(location)
            .with("column", column)
            .with("value", text)
            .build());
    return null;
  }

  /** What is wrong with the row. */
  List<Issue> faults() {
    return faults;
  }

  /** The restaurant's number. */
  String restaurant() {
    return field("restaurant_id").strip();
  }

  /** The restaurant; the file has no names. */
  DataRecord toSubject() {
    Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    attributes.put("borough", text("borough"));
    attributes.put("cuisine", text("cuisine"));
    attributes.put("zipcode", text("zipcode"));
    Map<String, @Nullable Object> subject = new LinkedHashMap<>();
    subject.put("id", restaurant());
    subject.put("name", "Restaurant " + restaurant());
    subject.put("segment", "catering");
    subject.put("format", "restaurant");
    if (longitude != null && latitude != null) {
      Map<String, @Nullable Object> place = new LinkedHashMap<>();
      place.put("lat", latitude);
      place.put("lon", longitude);
      subject.put("location", place);
    }
    subject.put("attributes", attributes);
    return DataRecord.of("subject", subject, location);
  }

  /** The inspection: a restaurant is inspected once a day at most. */
  DataRecord toInspection() {
    Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    attributes.put("score", score);
    attributes.put("postedGrade", text("grade"));
    Map<String, @Nullable Object> fact = new LinkedHashMap<>();
    fact.put("id", restaurant() + "-" + field("inspection_date").strip());
    fact.put("kind", "inspection");
    fact.put("subject", restaurant());
    fact.put("at", text("inspection_date"));
    fact.put("attributes", attributes);
    return DataRecord.of("fact", fact, location);
  }
}
