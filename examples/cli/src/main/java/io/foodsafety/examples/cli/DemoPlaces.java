package io.foodsafety.examples.cli;

import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.model.geo.Polygon;
import io.foodsafety.model.subject.GeoPoint;
import io.foodsafety.region.Divisions;
import io.foodsafety.region.Outlines;
import io.foodsafety.region.Region;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Where the businesses of the demonstration are: by residents, around the seats of districts. */
final class DemoPlaces {

  /** The residents of a district whose number the region does not have. */
  private static final long USUAL_RESIDENTS = 600_000;

  /** How far most businesses are from the seat, in degrees. */
  private static final double SPREAD = 0.035;

  private static final int TRIES = 30;

  private final List<Divisions.Entry> districts;
  private final Map<DivisionCode, List<Polygon>> outlines;
  private final long residents;

  DemoPlaces(Region region, LocalDate date) {
    this.districts =
        region.divisions().childrenOf(region.division().orElseThrow(), date).stream()
            .filter(entry -> entry.lat().isPresent() && entry.lon().isPresent())
            .toList();
    this.outlines = region.outlines("districts", date).map(Outlines::polygons).orElse(Map.of());
    this.residents = districts.stream().mapToLong(DemoPlaces::residents).sum();
  }

  private static long residents(Divisions.Entry district) {
    return district.population().orElse(USUAL_RESIDENTS);
  }

  /** A district, the more likely the more people live there. */
  Divisions.Entry district(SplittableRandom random) {
    long number = random.nextLong(residents);
    for (Divisions.Entry district : districts) {
      number -= residents(district);
      if (number < 0) {
        return district;
      }
    }
    throw new IllegalStateException("The residents of the districts do not add up.");
  }

  /** A place in a district; near its seat if its outline is not known. */
  GeoPoint place(Divisions.Entry district, SplittableRandom random) {
    List<Polygon> outline = outlines.getOrDefault(district.code(), List.of());
    GeoPoint place = near(district, random);
    for (int i = 0; i < TRIES && !isWithin(place, outline); i++) {
      place = near(district, random);
    }
    return place;
  }

  private static GeoPoint near(Divisions.Entry district, SplittableRandom random) {
    double far = SPREAD * (random.nextInt(4) == 0 ? 3 : 1);
    return GeoPoint.of(
        rounded(district.lat().orElseThrow() + far * centred(random)),
        rounded(district.lon().orElseThrow() + far * centred(random)));
  }

  /** About normal, between -2 and 2. */
  private static double centred(SplittableRandom random) {
    return random.nextDouble()
        + random.nextDouble()
        + random.nextDouble()
        + random.nextDouble()
        - 2;
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 1e5) / 1e5;
  }

  private static boolean isWithin(GeoPoint place, List<Polygon> outline) {
    return outline.isEmpty()
        || outline.stream().anyMatch(polygon -> isWithinRing(place, polygon.outline()));
  }

  /** Whether a ray to the east crosses the ring an odd number of times. */
  private static boolean isWithinRing(GeoPoint place, List<GeoPoint> ring) {
    boolean within = false;
    GeoPoint last = ring.get(ring.size() - 1);
    for (GeoPoint corner : ring) {
      boolean isBetween =
          (corner.latitude() > place.latitude()) != (last.latitude() > place.latitude());
      if (isBetween
          && place.longitude()
              < (last.longitude() - corner.longitude())
                      * (place.latitude() - corner.latitude())
                      / (last.latitude() - corner.latitude())
                  + corner.longitude()) {
        within = !within;
      }
      last = corner;
    }
    return within;
  }
}
