package io.foodsafety.runtime.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.spi.storage.StorageException;
import java.time.LocalDate;
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"S1\",\"name\":\"X\",\"attributes\":{\"a b\":1}}",
        "{\"id\":\"S1\",\"records\":[{\"id\":\"S1\",\"name\":\"X\"},{\"id\":\"S1\"}]}",
        "{\"id\":\"S1\",\"records\":[{\"id\":\"S1\",\"name\":\"X\"},7]}",
        "{\"id\":\"S1\",\"name\":\"X\",\"validFrom\":\"May\"}",
        "{\"id\":\"S1\",\"records\":[]}",
        "{\"id\":\"S1\",\"records\":null}",
        "{",
      })
  void aSubjectThatWasTamperedWithIsDamaged(String body) {
    assertThatThrownBy(() -> records.subject("S1", body.getBytes(UTF_8)))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("S1) is damaged");
  }

  @Test
  void attributesThatAreNoLongerDeclaredAreReadFromEveryRecord() {
    String body =
        "{\"id\":\"S1\",\"records\":["
            + "{\"id\":\"S1\",\"name\":\"X\",\"attributes\":{\"a\":1}},"
            + "{\"id\":\"S1\",\"name\":\"Y\",\"attributes\":{\"a\":true},\"validFrom\":\"2024-05-02\"}]}";
    assertThat(records.subject("S1", body.getBytes(UTF_8)))
        .isEqualTo(
            Subject.builder("S1", "Y")
                .attribute("a", AttributeValue.decimal(1))
                .attribute("a", AttributeValue.bool(true), LocalDate.of(2024, 5, 2))
                .build());
  }
}
