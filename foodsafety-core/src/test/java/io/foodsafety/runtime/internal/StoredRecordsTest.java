package io.foodsafety.runtime.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.spi.storage.StorageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredRecordsTest {

  private final StoredRecords records = new StoredRecords(FactCatalogue.empty());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"F1\",\"kind\":\"a kind\",\"subject\":\"S1\",\"at\":\"2024-05-02\"}",
        "{\"id\":\"F1\",\"kind\":7,\"subject\":\"S1\",\"at\":\"2024-05-02\"}",
        "{\"id\":\"F1\",\"kind\":\"k\",\"subject\":\"S1\",\"at\":\"2024-05-02\",\"attributes\":{\"a b\":1}}",
        "{",
      })
  void aFactThatWasTamperedWithIsDamaged(String body) {
    assertThatThrownBy(() -> records.fact("F1", body.getBytes(UTF_8)))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("F1) is damaged");
  }

  @Test
  void aSubjectThatWasTamperedWithIsDamaged() {
    byte[] body = "{\"id\":\"S1\",\"name\":\"X\",\"attributes\":{\"a b\":1}}".getBytes(UTF_8);
    assertThatThrownBy(() -> records.subject("S1", body))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("S1) is damaged");
  }
}
