package io.foodsafety.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.SubjectType;
import io.foodsafety.spi.notification.Audience;
import io.foodsafety.spi.notification.Recipient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipientListTest {

  @TempDir private Path folder;

  private RecipientList read(String json) throws IOException {
    return RecipientList.read(Files.writeString(folder.resolve("people.json"), json));
  }

  private static Audience in(String role, String division) {
    return Audience.of(role, SubjectRef.of(SubjectType.DIVISION, division));
  }

  private static List<String> ids(RecipientList list, Audience audience) {
    return list.list(audience).stream().map(Recipient::id).toList();
  }

  @Test
  void whoeverHoldsTheRoleNearestAboveIsTold() throws IOException {
    RecipientList list =
        read(
            """
            {"recipients":[
              {"id":"P1","language":"en","addresses":{"sms":"+86-1"},
               "roles":[{"role":"inspector","division":"360102"},{"role":"clerk"}]},
              {"id":"P2","roles":[{"role":"inspector","division":"360100"}]},
              {"id":"P3","roles":[{"role":"owner","business":"S1"},{"role":"owner"}]}]}
            """);
    assertThat(ids(list, in("inspector", "360102"))).containsExactly("P1");
    assertThat(ids(list, in("inspector", "360102001"))).containsExactly("P1");
    assertThat(ids(list, in("inspector", "360103"))).containsExactly("P2");
    assertThat(ids(list, in("inspector", "350100"))).isEmpty();
    assertThat(ids(list, in("clerk", "360103"))).containsExactly("P1");
    assertThat(ids(list, Audience.of("owner", SubjectRef.business("S1")))).containsExactly("P3");
    assertThat(ids(list, Audience.of("owner", SubjectRef.business("S2"))))
        .as("the owner of one business is not that of another")
        .isEmpty();
    Recipient known = list.find("P1").orElseThrow();
    assertThat(known.language()).isEqualTo(Locale.ENGLISH);
    assertThat(known.address("sms")).contains("+86-1");
    assertThat(known.toString()).isEqualTo("P1");
    assertThat(list.find("P9")).isEmpty();
  }

  @Test
  void allThatIsWrongIsSaidWithoutAddresses() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    {"recipients":[
                      {"id":"P1","addresses":{"sms":" +86-4711"},"roles":[]},
                      {"id":"P2","roles":[{"role":"In Spector"}]},
                      {"id":"P3","roles":[{"role":"owner","business":"S1","division":"360102"}]},
                      {"id":"P4","roles":[],"adresses":{}},
                      {"id":"P4","roles":[]}]}
                    """))
        .isInstanceOf(RecipientListException.class)
        .satisfies(thrown -> assertThat(((RecipientListException) thrown).issues()).hasSize(5))
        .hasMessageContaining("In Spector")
        .hasMessageContaining("adresses")
        .hasMessageContaining("there twice")
        .hasMessageNotContaining("4711");
  }
}
