package io.foodsafety.region;

import java.util.Locale;
import java.util.Optional;

/**
 * A pack as a layer of a region.
 *
 * @param id its id
 * @param parent the pack it is built on, if there is one
 * @param version its version
 * @param titleZh its title in Chinese
 * @param titleEn its title in English
 * @param sha256 the SHA-256 of its manifest and of its files in the manifest's order, in
 *     hexadecimal
 */
public record PackLayer(
    String id,
    Optional<String> parent,
    String version,
    String titleZh,
    String titleEn,
    String sha256) {

  /**
   * The title.
   *
   * @param locale Chinese for any {@code zh}, else English
   * @return the title
   */
  public String title(Locale locale) {
    return locale.getLanguage().equals("zh") ? titleZh : titleEn;
  }
}
