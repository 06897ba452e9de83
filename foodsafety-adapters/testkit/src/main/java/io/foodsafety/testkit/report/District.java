package io.foodsafety.testkit.report;

import io.foodsafety.model.geo.Polygon;
import io.foodsafety.model.report.MapArea;
import io.foodsafety.model.subject.GeoPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A district of a sample city.
 *
 * @param area code, name and outline
 * @param centre around which its businesses lie
 */
public record District(MapArea area, GeoPoint centre) {

  /** The districts of an invented city, the last of them without an outline. */
  static List<District> invented(boolean zh) {
    String[] chinese = {"东城区", "西城区", "南城区", "北城县", "新城区"};
    String[] english = {"East District", "West District", "South District", "North County", "New"};
    double[][] centres = {{28.70, 116.00}, {28.70, 115.80}, {28.56, 115.90}, {28.84, 115.90}};
    List<District> districts = new ArrayList<>();
    for (int i = 0; i < english.length; i++) {
      boolean drawn = i < centres.length;
      GeoPoint centre =
          drawn ? GeoPoint.of(centres[i][0], centres[i][1]) : GeoPoint.of(28.7, 115.9);
      districts.add(
          new District(
              MapArea.of(
                  "36010" + (i + 2),
                  zh ? chinese[i] : english[i],
                  drawn ? List.of(Polygon.of(ring(centre, 0.07), List.of())) : List.of()),
              centre));
    }
    return districts;
  }

  /** A place near the centre, inside the outline if there is one. */
  GeoPoint place(SplittableRandom random) {
    GeoPoint place = near(random);
    for (int i = 0; i < 20 && !area.outline().isEmpty() && !contains(place); i++) {
      place = near(random);
    }
    return place;
  }

  private GeoPoint near(SplittableRandom random) {
    double angle = random.nextDouble(2 * Math.PI);
    double radius = 0.08 * random.nextDouble();
    return GeoPoint.of(
        centre.latitude() + radius * Math.sin(angle),
        centre.longitude() + 1.15 * radius * Math.cos(angle));
  }

  private boolean contains(GeoPoint place) {
    return area.outline().stream().anyMatch(polygon -> contains(polygon.outline(), place));
  }

  /** Whether a line to the east crosses the ring an odd number of times. */
  private static boolean contains(List<GeoPoint> ring, GeoPoint place) {
    boolean inside = false;
    for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
      GeoPoint a = ring.get(i);
      GeoPoint b = ring.get(j);
      if (a.latitude() > place.latitude() != b.latitude() > place.latitude()
          && place.longitude()
              < (b.longitude() - a.longitude())
                      * (place.latitude() - a.latitude())
                      / (b.latitude() - a.latitude())
                  + a.longitude()) {
        inside = !inside;
      }
    }
    return inside;
  }

  private static List<GeoPoint> ring(GeoPoint centre, double radius) {
    List<GeoPoint> ring = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      double angle = Math.PI * i / 12;
      double wave = radius * (1 + 0.12 * Math.sin(5 * angle));
      ring.add(
          GeoPoint.of(
              centre.latitude() + wave * Math.sin(angle),
              centre.longitude() + 1.15 * wave * Math.cos(angle)));
    }
    return ring;
  }
}
