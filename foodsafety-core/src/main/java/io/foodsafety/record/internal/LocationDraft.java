package io.foodsafety.record.internal;

import io.foodsafety.model.subject.GeoPoint;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A place as it was read. */
@SuppressWarnings("MultipleNullnessAnnotations") // a draft lacks what validation will miss
record LocationDraft(
    @NotNull @DecimalMin("-90") @DecimalMax("90") @Nullable BigDecimal lat,
    @NotNull @DecimalMin("-180") @DecimalMax("180") @Nullable BigDecimal lon) {

  private static final Set<String> FIELDS = Set.of("lat", "lon");

  static LocationDraft read(FieldReader fields) {
    fields.refuseAllBut(FIELDS);
    return new LocationDraft(fields.number("lat"), fields.number("lon"));
  }

  /** The place, of a draft that was validated. */
  GeoPoint toPoint() {
    return GeoPoint.of(
        Objects.requireNonNull(lat).doubleValue(), Objects.requireNonNull(lon).doubleValue());
  }
}
