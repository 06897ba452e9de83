package io.foodsafety.reporting.html.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Optional;

/** JSON as the page reads it. */
final class Json {

  /** Positions are whole numbers of 1e-5 degrees, about a metre. */
  private static final double STEPS = 1e5;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private Json() {}

  static JsonGenerator generator(OutputStream out) throws IOException {
    return FACTORY.createGenerator(out);
  }

  static void number(JsonGenerator json, Optional<BigDecimal> value) throws IOException {
    if (value.isPresent()) {
      BigDecimal plain = value.get().stripTrailingZeros();
      json.writeNumber(plain.signum() == 0 ? BigDecimal.ZERO : plain);
    } else {
      json.writeNull();
    }
  }

  /** A number of steps. */
  static long steps(double degrees) {
    return Math.round(degrees * STEPS);
  }
}
