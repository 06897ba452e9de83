package io.foodsafety.spi.format;

import io.foodsafety.model.issue.Location;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record as a format read it: a type and fields, not yet checked. The values of fields are {@link
 * String}, {@link java.math.BigDecimal}, {@link Boolean}, {@link java.util.List}, {@link Map} with
 * text keys, or null. Immutable at the top level.
 */
public final class DataRecord {

  private final String type;
  private final Map<String, @Nullable Object> fields;
  private final Location location;

  private DataRecord(String type, Map<String, @Nullable Object> fields, Location location) {
    this.type = Objects.requireNonNull(type, "type");
    this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    this.location = Objects.requireNonNull(location, "location");
  }

  /**
   * A record.
   *
   * @param type such as {@code subject}, {@code fact} or {@code withdraw}
   * @param fields the fields without the type
   * @param location where it begins
   * @return the record
   */
  public static DataRecord of(
      String type, Map<String, @Nullable Object> fields, Location location) {
    return new DataRecord(type, fields, location);
  }

  /** {@return the type} */
  public String type() {
    return type;
  }

  /** {@return the fields in the order read} */
  public Map<String, @Nullable Object> fields() {
    return fields;
  }

  /** {@return where it begins} */
  public Location location() {
    return location;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DataRecord that
        && type.equals(that.type)
        && fields.equals(that.fields)
        && location.equals(that.location);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, location);
  }

  /** {@return type and place; no field values, which may be personal} */
  @Override
  public String toString() {
    return type + " at " + location;
  }
}
