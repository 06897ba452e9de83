package io.foodsafety.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.foodsafety.model.geo.CoordinateSystem;
import io.foodsafety.model.geo.Polygon;
import io.foodsafety.model.report.Block;
import io.foodsafety.model.report.BusinessBlock;
import io.foodsafety.model.report.BusinessRow;
import io.foodsafety.model.report.Cell;
import io.foodsafety.model.report.ChartBlock;
import io.foodsafety.model.report.ColourClass;
import io.foodsafety.model.report.Column;
import io.foodsafety.model.report.Label;
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

/** Writes the blocks of a report as JSON. */
final class JsonBlocks {

  private final JsonGenerator json;
  private final CoordinateSystem system;
  private final JsonBusinesses businesses;

  JsonBlocks(JsonGenerator json, CoordinateSystem system) {
    this.json = json;
    this.system = system;
    this.businesses = new JsonBusinesses(json, system);
  }

  void write(Block block) throws IOException {
    json.writeStartObject();
    if (block instanceof TextBlock text) {
      head("text", text);
      texts("paragraphs", text.paragraphs());
    } else if (block instanceof TableBlock table) {
      head("table", table);
      table(table);
    } else if (block instanceof ChartBlock chart) {
      head("chart", chart);
      chart(chart);
    } else if (block instanceof MapBlock map) {
      head("map", map);
      map(map);
    } else if (block instanceof BusinessBlock register) {
      head("businesses", register);
      businesses(register);
    }
    json.writeEndObject();
  }

  private void head(String type, Block block) throws IOException {
    json.writeStringField("type", type);
    json.writeStringField("id", block.id());
    json.writeStringField("title", block.title());
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
      json.writeStringField("name", column.name());
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
          cell(cell);
        }
        json.writeEndArray();
      }
    }
    json.writeEndArray();
  }

  private void cell(Cell cell) throws IOException {
    if (cell instanceof Cell.Decimal decimal) {
      json.writeNumber(decimal.value());
    } else if (cell.plain().isPresent()) {
      json.writeString(cell.plain().get());
    } else {
      json.writeNull();
    }
  }

  private void chart(ChartBlock chart) throws IOException {
    json.writeStringField("kind", chart.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    texts("categories", chart.categories());
    json.writeArrayFieldStart("series");
    for (ChartBlock.Series series : chart.series()) {
      json.writeStartObject();
      json.writeStringField("name", series.name());
      JsonOut.text(json, "colour", series.colour());
      json.writeArrayFieldStart("values");
      for (Optional<BigDecimal> value : series.values()) {
        cell(value.map(Cell::number).orElse(Cell.empty()));
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void map(MapBlock map) throws IOException {
    legend(map.legend());
    areas("areas", map.areas());
    json.writeArrayFieldStart("points");
    for (MapBlock.MapPoint point : map.points()) {
      json.writeStartObject();
      json.writeStringField("name", point.name());
      json.writeStringField("colourClass", point.colourClass());
      json.writeFieldName("position");
      JsonOut.position(json, point.location(), system);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void legend(Legend legend) throws IOException {
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

  private void areas(String name, List<MapArea> areas) throws IOException {
    json.writeArrayFieldStart(name);
    for (MapArea area : areas) {
      json.writeStartObject();
      json.writeStringField("code", area.code());
      json.writeStringField("name", area.name());
      JsonOut.text(json, "colourClass", area.colourClass());
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

  private void ring(List<GeoPoint> corners) throws IOException {
    json.writeStartArray();
    for (GeoPoint corner : corners) {
      JsonOut.position(json, corner, system);
    }
    json.writeEndArray();
  }

  private void businesses(BusinessBlock block) throws IOException {
    legend(block.legend());
    json.writeObjectFieldStart("scale");
    json.writeStringField("id", block.scale().id());
    texts("labels", block.scale().labels());
    json.writeStringField("better", block.scale().better().name().toLowerCase(Locale.ROOT));
    json.writeEndObject();
    areas("divisions", block.divisions());
    json.writeArrayFieldStart("segments");
    for (Label segment : block.segments()) {
      json.writeStartObject();
      json.writeStringField("code", segment.code());
      json.writeStringField("text", segment.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("businesses");
    try (Stream<BusinessRow> rows = block.businesses().stream()) {
      for (Iterator<BusinessRow> each = rows.iterator(); each.hasNext(); ) {
        businesses.write(each.next());
      }
    }
    json.writeEndArray();
  }
}
