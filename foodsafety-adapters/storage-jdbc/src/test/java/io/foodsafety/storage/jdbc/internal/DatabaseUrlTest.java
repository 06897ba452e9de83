package io.foodsafety.storage.jdbc.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import io.foodsafety.spi.storage.StorageCapability;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

  private static final JdbcStorageProvider PROVIDER = new JdbcStorageProvider();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "city",
        "jdbc:h2:./city",
        "jdbc:h2:tcp://localhost/city",
        "jdbc:h2:ssl://localhost/city",
        "jdbc:h2:zip:city.zip!/city",
        "jdbc:sqlite:city.db",
        "jdbc:mysql://localhost/city"
      })
  void refusesOtherDatabases(String url) {
    assertThatThrownBy(() -> config(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("It must begin with jdbc:h2:file:, jdbc:h2:mem: or jdbc:postgresql:");
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:h2:file:./city;AUTO_SERVER=TRUE, AUTO_SERVER",
    "jdbc:h2:file:./city;WRITE_DELAY=500, WRITE_DELAY",
    "jdbc:h2:file:./city;write_delay=500, write_delay",
    "jdbc:h2:file:./city;MV_STORE=FALSE, MV_STORE",
    "jdbc:h2:file:./city;FILE_LOCK=NO, FILE_LOCK",
    "jdbc:h2:file:./city;INIT=RUNSCRIPT FROM 'x.sql', INIT",
    "jdbc:h2:file:./city;DB_CLOSE_DELAY=5, DB_CLOSE_DELAY",
    "jdbc:h2:mem:city;MODE=MySQL, MODE"
  })
  void refusesSettingsOfH2ThatBreakAPromise(String url, String setting) {
    assertThatThrownBy(() -> config(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("The H2 setting (" + setting + ") is not allowed here; allowed are");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"jdbc:h2:file:", "jdbc:h2:file:nio:city", "jdbc:h2:mem:", "jdbc:h2:mem:;"})
  void refusesADatabaseWithoutAName(String url) {
    assertThatThrownBy(() -> config(url)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password=x",
        "sslpassword=x",
        "readOnly=true",
        "autosave=always",
        "options=-c%20x=1",
        "targetServerType=any",
        "loadBalanceHosts=true"
      })
  void refusesParametersOfPostgresql(String parameter) {
    assertThatThrownBy(() -> config("jdbc:postgresql://host/city?ssl=true&" + parameter))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not allowed in the address");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://first,second/city",
        "jdbc:postgresql://first:5432,second:5433/city?ssl=true",
        "jdbc:postgresql://first,[::1]:5433",
        "jdbc:postgresql://first,/city"
      })
  void refusesSeveralHosts(String url) {
    assertThatThrownBy(() -> config(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must name one host")
        .hasMessageNotContaining("second");
  }

  @Test
  void aCommaMayStandInTheNameOfADatabase() {
    assertThat(DatabaseUrl.parse("jdbc:postgresql://host/north,south").kind())
        .isEqualTo(DatabaseUrl.Kind.POSTGRESQL);
    assertThat(DatabaseUrl.parse("jdbc:postgresql:north,south").kind())
        .isEqualTo(DatabaseUrl.Kind.POSTGRESQL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://first,me:secret@second/city",
        "jdbc:postgresql://me:secret@host/city",
        "jdbc:postgresql://host/city?password=secret",
        "jdbc:h2:file:./city;PASSWORD=secret"
      })
  void refusesAndDoesNotRepeatAPasswordInTheAddress(String url) {
    assertThatThrownBy(() -> config(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void addsWhatKeepsThePromises() {
    DatabaseUrl url = DatabaseUrl.parse("jdbc:h2:file:/data/city;CACHE_SIZE=65536;WRITE_DELAY=0");
    assertThat(url.driver())
        .startsWith("jdbc:h2:foodsafety:/data/city;")
        .contains(";WRITE_DELAY=0")
        .contains(";DB_CLOSE_ON_EXIT=FALSE")
        .contains(";CACHE_SIZE=65536")
        .contains(";TRACE_LEVEL_FILE=0")
        .contains(";MAX_COMPACT_TIME=0");
    assertThat(DatabaseUrl.parse("jdbc:h2:file:~/city").driver())
        .contains("jdbc:h2:foodsafety:~/city;");
  }

  @Test
  void saysHowLongAFileMayBeCompacted() {
    DatabaseUrl quick = DatabaseUrl.parse("jdbc:h2:file:/data/city;max_compact_time=50");
    assertThat(quick.compactionMillis()).isEqualTo(50);
    assertThat(quick.driver()).contains(";MAX_COMPACT_TIME=0").doesNotContain("50");
    assertThat(DatabaseUrl.parse("jdbc:h2:file:/data/city").compactionMillis()).isEqualTo(5_000);
    assertThatThrownBy(() -> DatabaseUrl.parse("jdbc:h2:file:/data/city;MAX_COMPACT_TIME=long"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("MAX_COMPACT_TIME must be a number of milliseconds");
  }

  @Test
  void messagesShowNoSettings() {
    DatabaseUrl url = DatabaseUrl.parse("jdbc:postgresql://host/city?user=me&sslkey=secret");
    assertThat(url.shown()).isEqualTo("jdbc:postgresql://host/city");
    assertThat(url.toString()).doesNotContain("secret");
    Map<String, String> given =
        Map.of("url", "jdbc:postgresql://host/city", "password", "secret", "pool", "3");
    assertThat(Settings.of(Config.parse(PROVIDER.configKeys(), given)).toString())
        .doesNotContain("secret");
  }

  @Test
  void capabilitiesFollowTheDatabase() {
    assertThat(PROVIDER.capabilities(config("jdbc:h2:mem:city"))).isEmpty();
    assertThat(PROVIDER.capabilities(config("jdbc:h2:file:./city")))
        .isEqualTo(Set.of(StorageCapability.DURABLE));
    assertThat(PROVIDER.capabilities(config("jdbc:postgresql://host/city")))
        .isEqualTo(Set.of(StorageCapability.DURABLE, StorageCapability.SHARED));
  }

  @Test
  void everyKeyIsExplainedInBothLanguages() {
    List<ConfigKey<?>> keys = PROVIDER.configKeys();
    assertThat(keys)
        .extracting(ConfigKey::name)
        .containsExactly("url", "user", "password", "pool", "timeout", "sync");
    for (ConfigKey<?> key : keys) {
      assertThat(key.doc(Locale.ENGLISH)).matches("[A-Z].*\\.");
      assertThat(key.doc(Locale.CHINESE)).matches(".*。").isNotEqualTo(key.doc(Locale.ENGLISH));
    }
    assertThat(Settings.PASSWORD.isSensitive()).isTrue();
  }

  private static Config config(String url) {
    return Config.parse(PROVIDER.configKeys(), Map.of("url", url));
  }
}
