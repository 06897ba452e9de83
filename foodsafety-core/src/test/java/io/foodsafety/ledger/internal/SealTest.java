package io.foodsafety.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.spi.storage.LogEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealTest {

  private static final Instant AT = Instant.parse("2024-06-01T08:00:00Z");
  private static final List<LogEntry> ENTRIES =
      List.of(LogEntry.of(1, bytes("one")), LogEntry.of(3, bytes("three")));

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Seal first() {
    return Seal.next(Optional.empty(), ENTRIES, AT, Actor.system("advance"), LedgerDigest.sha256());
  }

  /** Released: a change of this text would make every stored chain unreadable. */
  @Test
  void isStoredInTheReleasedFormat() {
    assertThat(new String(first().encode(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"actor\":\"system:advance\",\"at\":\"2024-06-01T08:00:00Z\",\"format\":1,"
                + "\"hash\":\""
                + first().hash()
                + "\","
                + "\"leaves\":\""
                + first().leaves()
                + "\","
                + "\"number\":1,\"positions\":\"1,3\","
                + "\"previous\":\"0000000000000000000000000000000000000000000000000000000000000000\"}");
    String content =
        new String(first().encode(), StandardCharsets.UTF_8)
            .replaceFirst("\"hash\":\"[0-9a-f]{64}\",", "");
    assertThat(first().hash()).isEqualTo(Hashing.sha256().hashBytes(bytes(content)).toString());
  }

  @Test
  void hashesPositionAndBytesOfAnEntry() {
    byte[] leaf = {0, 0, 0, 0, 0, 0, 0, 0, 3, 't', 'h', 'r', 'e', 'e'};
    assertThat(first().leaves().at(1)).isEqualTo(Hashing.sha256().hashBytes(leaf));
  }

  @Test
  void isReadAsItIsStored() {
    Seal second =
        Seal.next(Optional.of(first()), ENTRIES, AT, Actor.person("p"), LedgerDigest.sha256());
    Seal read = Seal.decode(second.encode()).orElseThrow();
    assertThat(read.number()).isEqualTo(2);
    assertThat(read.previous()).isEqualTo(first().hash());
    assertThat(read.hash())
        .isEqualTo(second.hash())
        .isEqualTo(read.contentHash(LedgerDigest.sha256()));
    assertThat(read.leaves()).hasToString(second.leaves().toString());
    assertThat(read.encode()).isEqualTo(second.encode());
  }

  @Test
  void isNotReadFromAnythingElse() {
    String stored = new String(first().encode(), StandardCharsets.UTF_8);
    assertThat(Seal.decode(bytes(stored))).isPresent();
    for (String wrong :
        List.of(
            "",
            "{}",
            stored.replace("\"format\":1", "\"format\":2"),
            stored.replace("\"1,3\"", "\"1-3\""),
            stored.replace("\"1,3\"", "7"),
            stored.replace("\"number\":1", "\"number\":1.5"),
            stored.replace("\"leaves\":\"", "\"leaves\":\"??"))) {
      assertThat(Seal.decode(bytes(wrong))).isEmpty();
    }
  }
}
