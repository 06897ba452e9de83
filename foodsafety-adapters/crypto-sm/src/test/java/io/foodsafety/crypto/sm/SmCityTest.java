package io.foodsafety.crypto.sm;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.access.KeyFile;
import io.foodsafety.access.SealedValue;
import io.foodsafety.ledger.TreeRoot;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.fact.AttributeValue;
import io.foodsafety.model.fact.Fact;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.time.Moment;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.Session;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A city whose ledger is hashed with SM3 and whose attributes are sealed with SM4. */
class SmCityTest {

  @TempDir Path folder;

  @Test
  void everythingIsMadeWithTheSuite() {
    Path keys = folder.resolve("keys");
    KeyFile.create(keys, new SmCrypto());
    try (FoodSafety city =
        FoodSafety.builder()
            .withoutDiscovery()
            .plugin(new SmCryptoPlugin())
            .crypto("sm")
            .keys("file", Map.of("file", keys.toString()))
            .sealedAccess((actor, fact, attribute) -> true)
            .build()) {
      Session office = city.as(Actor.person("p1"));
      office
          .facts()
          .record(
              Fact.builder("F1", "complaint", SubjectRef.business("S1"), Moment.parse("2024-05-02"))
                  .attribute("reporter", AttributeValue.string("somebody"))
                  .build());
      city.advance(Instant.parse("2024-06-01T08:00:00Z"));
      TreeRoot root = office.ledger().root();
      assertThat(root.digest()).isEqualTo("SM3");
      assertThat(root.size()).isEqualTo(2);
      assertThat(office.ledger().verify().faults()).isEmpty();
      assertThat(new String(office.ledger().findDocument("facts", "F1").orElseThrow()))
          .contains("SM4-GCM")
          .doesNotContain("somebody");
      assertThat(office.sealedAttributes().look("F1", "test").orElseThrow())
          .containsEntry("reporter", SealedValue.shown(AttributeValue.string("somebody")));
    }
  }
}
