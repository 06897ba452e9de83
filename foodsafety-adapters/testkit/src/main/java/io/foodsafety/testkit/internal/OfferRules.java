package io.foodsafety.testkit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.spi.config.ConfigKey;
import java.util.List;
import java.util.Locale;

/** Rules about how a renderer presents itself. */
public final class OfferRules {

  private OfferRules() {}

  /** Name, media type and ending of file names are well-formed. */
  public static void saysWhatItIs(String name, String mediaType, String fileExtension) {
    assertThat(name).matches("[a-z][a-z0-9-]{1,62}");
    assertThat(mediaType).matches("[a-z]+/[a-z0-9.+-]+");
    assertThat(fileExtension).matches("[a-z0-9]{1,10}");
  }

  /** Every setting has a default and is explained in English and Chinese. */
  public static void explainsItsSettings(List<ConfigKey<?>> keys) {
    for (ConfigKey<?> key : keys) {
      assertThat(key.isRequired()).as(key.name()).isFalse();
      assertThat(key.doc(Locale.ENGLISH)).as(key.name()).isNotBlank();
      assertThat(key.doc(Locale.CHINA)).as(key.name()).isNotBlank();
    }
  }
}
