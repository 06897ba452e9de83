package io.foodsafety.reporting.html.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.foodsafety.model.geo.Polygon;
import io.foodsafety.model.report.Block;
import io.foodsafety.model.report.BusinessBlock;
import io.foodsafety.model.report.Cell;
import io.foodsafety.model.report.ChartBlock;
import io.foodsafety.model.report.ColourClass;
import io.foodsafety.model.report.Column;
import io.foodsafety.model.report.Legend;
import io.foodsafety.model.report.MapArea;
import io.foodsafety.model.report.MapBlock;
import io.foodsafety.model.report.TableBlock;
import io.foodsafety.model.report.TextBlock;
import io.foodsafety.model.subject.GeoPoint;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The blocks of a report as the page reads them. */
final class BlockData {

  private final JsonGenerator json;

  BlockData(JsonGenerator json) {
    this.json = json;
  }

  void write(Block block) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", block.id());
    json.writeStringField("title", block.title());
    if (block instanceof TextBlock text) {
      json.writeStringField("type", "text");
      texts("paragraphs", text.paragraphs());
    } else if (block instanceof TableBlock table) {
      json.writeStringField("type", "table");
      table(table);
    } else if (block instanceof ChartBlock chart) {
      json.writeStringField("type", "chart");
      chart(chart);
    } else if (block instanceof MapBlock map) {
      json.writeStringField("type", "map");
      map(map);
    } else if (block instanceof BusinessBlock) {
      json.writeStringField("type", "businesses");
    }
    json.writeEndObject();
  }

  private void texts(String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private void table(TableBlock table) throws IOException {
    json.writeArrayFieldStart("columns");
    for (Column column : table.columns()) {
      json.writeStartObject();
      json.writeStringField("title", column.title());
      json.writeStringField("type", column.type().name().toLowerCase(Locale.ROOT));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rows");
    try (Stream<List<Cell>> rows = table.rows().stream()) {
      for (Iterator<List<Cell>> each = rows.iterator(); each.hasNext(); ) {
        json.writeStartArray();
        for (Cell cell : each.next()) {
          // As text, so that a number is shown with the digits it has.
          json.writeString(cell.plain().orElse(null));
        }
        json.writeEndArray();
      }
    }
    json.writeEndArray();
  }

  private void chart(ChartBlock chart) throws IOException {
    json.writeStringField("kind", chart.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    texts("categories", chart.categories());
    json.writeArrayFieldStart("series");
    for (ChartBlock.Series series : chart.series()) {
      json.writeStartObject();
      json.writeStringField("name", series.name());
      json.writeStringField("colour", series.colour().orElse(null));
      json.writeArrayFieldStart("values");
      for (Optional<BigDecimal> value : series.values()) {
        Json.number(json, value);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void map(MapBlock map) throws IOException {
    legend(map.legend());
    areas("areas", map.areas(), map.legend());
    json.writeArrayFieldStart("points");
    for (MapBlock.MapPoint point : map.points()) {
      json.writeStartObject();
      json.writeStringField("name", point.name());
      json.writeNumberField("lat", Json.steps(point.location().latitude()));
      json.writeNumberField("lon", Json.steps(point.location().longitude()));
      json.writeNumberField("type", place(map.legend(), point.colourClass()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  void legend(Legend legend) throws IOException {
    json.writeArrayFieldStart("legend");
    for (ColourClass each : legend.classes()) {
      json.writeStartObject();
      json.writeStringField("id", each.id());
      json.writeStringField("label", each.label());
      json.writeStringField("colour", each.colour());
      json.writeStringField("symbol", each.symbol().code());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  void areas(String name, List<MapArea> areas, Legend legend) throws IOException {
    json.writeArrayFieldStart(name);
    for (MapArea area : areas) {
      json.writeStartObject();
      json.writeStringField("code", area.code());
      json.writeStringField("name", area.name());
      json.writeFieldName("type");
      if (area.colourClass().isPresent()) {
        json.writeNumber(place(legend, area.colourClass().get()));
      } else {
        json.writeNull();
      }
      json.writeArrayFieldStart("outline");
      for (Polygon polygon : area.outline()) {
        json.writeStartArray();
        ring(polygon.outline());
        for (List<GeoPoint> hole : polygon.holes()) {
          ring(hole);
        }
        json.writeEndArray();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Each corner as the step from the one before; corners on one spot are left out. */
  private void ring(List<GeoPoint> corners) throws IOException {
    long latitude = 0;
    long longitude = 0;
    json.writeStartArray();
    for (GeoPoint corner : corners) {
      long north = Json.steps(corner.latitude()) - latitude;
      long east = Json.steps(corner.longitude()) - longitude;
      if (north != 0 || east != 0) {
        json.writeNumber(north);
        json.writeNumber(east);
        latitude += north;
        longitude += east;
      }
    }
    json.writeEndArray();
  }

  private static int place(Legend legend, String id) {
    return legend.classes().stream().map(ColourClass::id).toList().indexOf(id);
  }
}
