package io.foodsafety.storage.jdbc.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PostgresViewsTest {

  @Test
  void theFileIsReadWhole() {
    assertThat(PostgresViews.all())
        .hasSize(12)
        .allSatisfy(
            view -> {
              assertThat(view.sql()).startsWith("select").doesNotContain(";", "--");
              assertThat(view.needs()).isNotEmpty();
            });
    assertThat(PostgresViews.all().get(2).needs())
        .isEqualTo(Set.of("facts at concerns* kind", "withdrawals concerns* target"));
  }

  /** Databases that have the views of a number do not get them again. */
  @Test
  void anotherTextHasAnotherNumber() throws NoSuchAlgorithmException {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(PostgresViews.text().getBytes(UTF_8));
    assertThat(PostgresViews.VERSION + " " + HexFormat.of().formatHex(hash))
        .as("Whoever changes the views raises VERSION, and writes both here.")
        .isEqualTo("1 f12bd2a1f9acc10fafc5835e100a08d522557b30f03081c1729d663915262584");
  }
}
