package io.foodsafety.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.foodsafety.model.geo.CoordinateSystem;
import io.foodsafety.model.report.Block;
import io.foodsafety.model.report.BusinessBlock;
import io.foodsafety.model.report.BusinessRow;
import io.foodsafety.model.report.MapArea;
import io.foodsafety.model.report.MapBlock;
import io.foodsafety.model.report.Report;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import io.foodsafety.spi.report.ReportRenderer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the areas, points and businesses of a report as GeoJSON by RFC 7946, one by one. A place
 * that is not known is a feature without geometry.
 */
public final class GeoJsonRenderer implements ReportRenderer {

  /** A renderer. */
  public GeoJsonRenderer() {}

  @Override
  public String name() {
    return "geojson";
  }

  @Override
  public String mediaType() {
    return "application/geo+json";
  }

  @Override
  public String fileExtension() {
    return "geojson";
  }

  @Override
  public List<ConfigKey<?>> configKeys() {
    return List.of(Settings.CRS);
  }

  @Override
  public void render(Report report, Config config, OutputStream out) throws IOException {
    if (report.blocks().stream().noneMatch(GeoJsonRenderer::isPlaced)) {
      throw new IllegalArgumentException(
          "The report (%s) has neither a map nor businesses.".formatted(report.id()));
    }
    CoordinateSystem system = config.get(Settings.CRS);
    try (JsonGenerator json = JsonOut.generator(out)) {
      Features features = new Features(json, system);
      json.writeStartObject();
      json.writeStringField("type", "FeatureCollection");
      json.writeStringField("name", report.title());
      // RFC 7946 knows WGS 84 alone: what departs from it says so.
      json.writeStringField("coordinateSystem", system.code());
      json.writeArrayFieldStart("features");
      for (Block block : report.blocks()) {
        if (block instanceof MapBlock map) {
          writeMap(features, map);
        } else if (block instanceof BusinessBlock businesses) {
          writeBusinesses(features, businesses);
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static boolean isPlaced(Block block) {
    return block instanceof MapBlock || block instanceof BusinessBlock;
  }

  private static void writeMap(Features features, MapBlock map) throws IOException {
    for (MapArea area : map.areas()) {
      features.area(map.id(), area, map.legend());
    }
    for (MapBlock.MapPoint point : map.points()) {
      features.point(map.id(), point, map.legend());
    }
  }

  private static void writeBusinesses(Features features, BusinessBlock block) throws IOException {
    for (MapArea division : block.divisions()) {
      features.area(block.id(), division, block.legend());
    }
    try (Stream<BusinessRow> rows = block.businesses().stream()) {
      for (Iterator<BusinessRow> each = rows.iterator(); each.hasNext(); ) {
        features.business(block.id(), each.next(), block.legend());
      }
    }
  }
}
