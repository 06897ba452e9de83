package io.foodsafety.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A net (网): a group of kinds of fact that one system of a city brings in.
 *
 * @param id its id
 * @param chinese its name in Chinese
 * @param english its name in English
 * @param kinds its kinds of fact
 */
public record Net(String id, String chinese, String english, Set<String> kinds) {

  /** The net of all kinds that no other one has, such as those that a region declares. */
  public static final Net OTHER = new Net("other", "其他", "Other", Set.of());

  private static final class Standard {
    private static final List<Net> NETS = read();

    private static List<Net> read() {
      try (InputStream in = Net.class.getResourceAsStream("nets.json")) {
        List<Net> nets = new ArrayList<>();
        for (JsonNode net : new ObjectMapper().readTree(in).get("nets")) {
          Set<String> kinds = new TreeSet<>();
          net.get("kinds").forEach(kind -> kinds.add(kind.asText()));
          nets.add(
              new Net(
                  net.get("id").asText(), net.get("zh").asText(), net.get("en").asText(), kinds));
        }
        return List.copyOf(nets);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Copies the kinds. */
  public Net {
    kinds = Set.copyOf(kinds);
  }

  /** {@return the nets of the standard catalogue, in their order} */
  public static List<Net> standard() {
    return Standard.NETS;
  }

  /**
   * The net of a kind of fact.
   *
   * @param kind the kind
   * @return its net, or {@link #OTHER}
   */
  public static Net of(String kind) {
    return standard().stream().filter(net -> net.kinds().contains(kind)).findFirst().orElse(OTHER);
  }

  /**
   * Its name for people.
   *
   * @param locale Chinese for any {@code zh}, else English
   * @return its name
   */
  public String title(Locale locale) {
    return locale.getLanguage().equals("zh") ? chinese : english;
  }
}
