package io.foodsafety.notification;

import io.foodsafety.model.code.DivisionCode;
import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.SubjectType;
import io.foodsafety.notification.internal.RecipientReader;
import io.foodsafety.spi.notification.Audience;
import io.foodsafety.spi.notification.Recipient;
import io.foodsafety.spi.notification.RecipientDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A directory that is a list. Nobody in a division stands for those of the division above it: if a
 * county has no inspector, the city's is told. Immutable.
 */
public final class RecipientList implements RecipientDirectory {

  private final Map<String, Entry> entries;

  /** Somebody, and what they are. */
  private record Entry(Recipient recipient, Set<Audience> roles) {}

  private RecipientList(Map<String, Entry> entries) {
    this.entries = entries;
  }

  /** {@return a list of nobody} */
  public static RecipientList empty() {
    return new RecipientList(Map.of());
  }

  /**
   * Reads a file; {@code docs/notifications.md} says what is in it.
   *
   * @param file the file
   * @return the list
   * @throws RecipientListException with everything that is wrong; it repeats no address
   * @throws IOException if the file cannot be read
   */
  public static RecipientList read(Path file) throws IOException {
    return RecipientReader.read(Files.readAllBytes(file), file.toString());
  }

  /**
   * The same list with one more.
   *
   * @param recipient somebody
   * @param roles what they are, and where
   * @return the list
   * @throws IllegalArgumentException if the id is there already
   */
  public RecipientList with(Recipient recipient, Audience... roles) {
    if (entries.containsKey(recipient.id())) {
      throw new IllegalArgumentException(
          "The recipient (%s) is there already.".formatted(recipient.id()));
    }
    Map<String, Entry> more = new LinkedHashMap<>(entries);
    more.put(recipient.id(), new Entry(recipient, Set.of(roles)));
    return new RecipientList(more);
  }

  @Override
  public List<Recipient> list(Audience audience) {
    for (Audience each : upwards(audience)) {
      List<Recipient> found =
          entries.values().stream()
              .filter(entry -> entry.roles().contains(each))
              .map(Entry::recipient)
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  /** The audience, then those of the divisions above, then that of the city. */
  private static List<Audience> upwards(Audience audience) {
    List<Audience> order = new ArrayList<>();
    order.add(audience);
    Optional<SubjectRef> scope = audience.scope();
    if (scope.isEmpty() || scope.get().type() != SubjectType.DIVISION) {
      return order;
    }
    Optional<DivisionCode> division =
        DivisionCode.findFault(scope.get().id()).isPresent()
            ? Optional.empty()
            : DivisionCode.of(scope.get().id()).parent();
    while (division.isPresent()) {
      String code = division.get().value();
      order.add(Audience.of(audience.role(), SubjectRef.of(SubjectType.DIVISION, code)));
      division = division.get().parent();
    }
    order.add(Audience.of(audience.role()));
    return order;
  }

  @Override
  public Optional<Recipient> find(String id) {
    return Optional.ofNullable(entries.get(id)).map(Entry::recipient);
  }
}
