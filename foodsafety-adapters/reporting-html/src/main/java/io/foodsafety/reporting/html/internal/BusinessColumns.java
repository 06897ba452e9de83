package io.foodsafety.reporting.html.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.foodsafety.model.report.BusinessBlock;
import io.foodsafety.model.report.BusinessRow;
import io.foodsafety.model.report.ColourClass;
import io.foodsafety.model.report.Label;
import io.foodsafety.model.report.MapArea;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the list and the map show of all businesses, column by column. */
final class BusinessColumns {

  private final List<String> ids = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<Optional<BigDecimal>> scores = new ArrayList<>();
  private final Map<String, List<Optional<Long>>> numbers = new HashMap<>();
  private final Texts formats = new Texts();

  /** Reads the businesses once, and passes each on to where its details are written. */
  void read(BusinessBlock block, DetailChunks details) throws IOException {
    Function<String, Integer> districts = places(block.divisions(), MapArea::code);
    Function<String, Integer> segments = places(block.segments(), Label::code);
    Function<String, Integer> types = places(block.legend().classes(), ColourClass::id);
    Function<String, Integer> grades = places(block.scale().labels(), Function.identity());
    try (Stream<BusinessRow> rows = block.businesses().stream()) {
      for (Iterator<BusinessRow> each = rows.iterator(); each.hasNext(); ) {
        BusinessRow row = each.next();
        ids.add(row.id());
        names.add(row.name());
        scores.add(row.score());
        add("district", districts.apply(row.division()));
        add("segment", segments.apply(row.segment()));
        add("format", formats.number(row.format()));
        add("type", types.apply(row.colourClass()));
        add("grade", grades.apply(row.grade().orElse("")));
        add("due", row.nextInspection().map(LocalDate::toEpochDay));
        add("lat", row.location().map(place -> Json.steps(place.latitude())));
        add("lon", row.location().map(place -> Json.steps(place.longitude())));
        details.add(row, types);
      }
    }
    details.end();
  }

  private void add(String column, int number) {
    add(column, Optional.of((long) number));
  }

  private void add(String column, Optional<Long> number) {
    numbers.computeIfAbsent(column, any -> new ArrayList<>()).add(number);
  }

  /** The place of each name in a list; -1 for any other. */
  private static <T> Function<String, Integer> places(List<T> members, Function<T, String> namer) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < members.size(); i++) {
      places.put(namer.apply(members.get(i)), i);
    }
    return name -> places.getOrDefault(name, -1);
  }

  void write(JsonGenerator json) throws IOException {
    texts(json, "id", ids);
    texts(json, "name", names);
    json.writeArrayFieldStart("score");
    for (Optional<BigDecimal> score : scores) {
      Json.number(json, score);
    }
    json.writeEndArray();
    formats.write(json, "formats");
    for (String column :
        List.of("district", "segment", "format", "type", "grade", "due", "lat", "lon")) {
      json.writeArrayFieldStart(column);
      for (Optional<Long> number : numbers.getOrDefault(column, List.of())) {
        if (number.isPresent()) {
          json.writeNumber(number.get());
        } else {
          json.writeNull();
        }
      }
      json.writeEndArray();
    }
  }

  private static void texts(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
