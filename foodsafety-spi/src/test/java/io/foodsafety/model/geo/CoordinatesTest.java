package io.foodsafety.model.geo;

import static io.foodsafety.model.geo.CoordinateSystem.BD09;
import static io.foodsafety.model.geo.CoordinateSystem.GCJ02;
import static io.foodsafety.model.geo.CoordinateSystem.WGS84;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.foodsafety.model.subject.GeoPoint;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The vectors are those of the tests of public converters: coordtransform (JavaScript, Rust) and
 * Hutool agree to the last digit, and geotool, which takes another radius of the earth, to
 * millimetres. Their ways back are approximate, ours are exact.
 */
class CoordinatesTest {

  private static final double EXACT = 1e-9;

  /** One step back instead of many: about two metres. */
  private static final double ONE_STEP = 2e-5;

  @Test
  void theShiftToGcj02IsThePublishedOne() {
    assertAt(
        Coordinates.of(WGS84, 39.915, 116.404).to(GCJ02), 39.91640428150164, 116.41024449916938);
  }

  @Test
  void theShiftToBd09IsThePublishedOne() {
    assertAt(
        Coordinates.of(GCJ02, 39.915, 116.404).to(BD09), 39.92133699351021, 116.41036949371029);
  }

  @Test
  void anotherConverterDiffersByMillimetres() {
    Coordinates place = Coordinates.of(WGS84, 30.6107779, 121.0917077);
    assertThat(place.to(GCJ02).latitude()).isCloseTo(30.608604331756705, within(1e-7));
    assertThat(place.to(GCJ02).longitude()).isCloseTo(121.09626935575027, within(1e-7));
    assertThat(place.to(BD09).latitude()).isCloseTo(30.61484572185035, within(1e-7));
    assertThat(place.to(BD09).longitude()).isCloseTo(121.10271732371203, within(1e-7));
  }

  @Test
  void theWaysBackAgreeWithThePublishedApproximations() {
    Coordinates wgs84 = Coordinates.of(GCJ02, 39.915, 116.404).to(WGS84);
    assertThat(wgs84.latitude()).isCloseTo(39.91359571849836, within(ONE_STEP));
    assertThat(wgs84.longitude()).isCloseTo(116.39775550083061, within(ONE_STEP));
    Coordinates gcj02 = Coordinates.of(BD09, 39.915, 116.404).to(GCJ02);
    assertThat(gcj02.latitude()).isCloseTo(39.90865673957631, within(ONE_STEP));
    assertThat(gcj02.longitude()).isCloseTo(116.39762729119315, within(ONE_STEP));
  }

  @Test
  void thereAndBackIsTheSamePlaceAllOverChina() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20_000; i++) {
      GeoPoint place = GeoPoint.of(random.nextDouble(18, 53.5), random.nextDouble(74, 135));
      for (CoordinateSystem system : CoordinateSystem.values()) {
        GeoPoint back = Coordinates.of(place).to(system).toGeoPoint();
        assertThat(back.latitude())
            .as("%s %s", place, system)
            .isCloseTo(place.latitude(), within(EXACT));
        assertThat(back.longitude())
            .as("%s %s", place, system)
            .isCloseTo(place.longitude(), within(EXACT));
      }
    }
  }

  @Test
  void everyPairOfSystemsConvertsThroughTheOthers() {
    Coordinates bd09 = Coordinates.of(WGS84, 28.68, 115.89).to(BD09);
    assertAt(bd09.to(GCJ02).to(WGS84), 28.68, 115.89);
    assertAt(bd09.to(WGS84).to(GCJ02).to(BD09), bd09.latitude(), bd09.longitude());
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsShiftedOutsideChina(CoordinateSystem system) {
    for (GeoPoint place :
        new GeoPoint[] {
          GeoPoint.of(51.5, -0.12), GeoPoint.of(40.7, -74), GeoPoint.of(-33.9, 151.2)
        }) {
      Coordinates there = Coordinates.of(place).to(system);
      assertThat(there).isEqualTo(Coordinates.of(system, place.latitude(), place.longitude()));
      assertThat(there.toGeoPoint()).isEqualTo(place);
    }
  }

  @Test
  void theShiftIsSomeHundredMetres() {
    Coordinates nanchang = Coordinates.of(WGS84, 28.68, 115.89).to(GCJ02);
    assertThat(Math.abs(nanchang.latitude() - 28.68)).isBetween(0.001, 0.01);
    assertThat(Math.abs(nanchang.longitude() - 115.89)).isBetween(0.001, 0.01);
  }

  @Test
  void systemsAreReadByTheirCode() {
    for (CoordinateSystem system : CoordinateSystem.values()) {
      assertThat(CoordinateSystem.of(system.code())).isEqualTo(system);
    }
    assertThatThrownBy(() -> CoordinateSystem.of("WGS-84"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("It must be wgs84, gcj02 or bd09.");
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    assertThatThrownBy(() -> Coordinates.of(WGS84, 91, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("latitude (91.0)");
  }

  private static void assertAt(Coordinates position, double latitude, double longitude) {
    assertThat(position.latitude()).isCloseTo(latitude, within(EXACT));
    assertThat(position.longitude()).isCloseTo(longitude, within(EXACT));
  }
}
