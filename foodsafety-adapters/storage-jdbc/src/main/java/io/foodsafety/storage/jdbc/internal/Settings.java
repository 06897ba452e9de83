package io.foodsafety.storage.jdbc.internal;

import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import java.time.Duration;
import java.util.List;

/**
 * What a user sets.
 *
 * @param url the checked address of the database
 * @param user empty if none
 * @param password empty if none
 * @param pool connections kept open
 * @param timeout longest wait for a connection
 * @param sync whether a commit waits for the disk
 */
record Settings(
    DatabaseUrl url, String user, String password, int pool, Duration timeout, boolean sync) {

  static final ConfigKey<DatabaseUrl> URL =
      ConfigKey.of(
              "url",
              "jdbc:h2:file:PATH, jdbc:h2:mem:NAME or jdbc:postgresql://HOST/DATABASE",
              DatabaseUrl::parse)
          .asSensitive() // people write passwords into it, though they are refused
          .doc(
              "The database: an H2 file, H2 in memory, or PostgreSQL.",
              "数据库：H2 文件、H2 内存库或 PostgreSQL。");
  static final ConfigKey<String> USER =
      ConfigKey.text("user").withDefault("").doc("The user of the database.", "数据库用户。");
  static final ConfigKey<String> PASSWORD =
      ConfigKey.text("password")
          .withDefault("")
          .asSensitive()
          .doc("The password of the user.", "数据库用户的密码。");
  static final ConfigKey<Integer> POOL =
      ConfigKey.integer("pool", 1, 200)
          .withDefault(8)
          .doc("Connections kept open to the database.", "保持打开的数据库连接数。");
  static final ConfigKey<Duration> TIMEOUT =
      ConfigKey.duration("timeout")
          .withDefault(Duration.ofSeconds(30))
          .doc(
              "How long a call waits for a free connection before it fails.", "等待空闲连接的最长时间，超过即报错。");
  static final ConfigKey<Boolean> SYNC =
      ConfigKey.bool("sync")
          .withDefault(true)
          .doc(
              "Whether a commit to an H2 file waits until the disk has it; if not, a power failure"
                  + " may lose the last commits. A killed process loses none either way.",
              "提交到 H2 文件时是否等待写入磁盘；若否，断电可能丢失最后的提交，进程被杀则不会丢失。");

  static final List<ConfigKey<?>> KEYS = List.of(URL, USER, PASSWORD, POOL, TIMEOUT, SYNC);

  static Settings of(Config config) {
    return new Settings(
        config.get(URL),
        config.get(USER),
        config.get(PASSWORD),
        config.get(POOL),
        config.get(TIMEOUT),
        config.get(SYNC));
  }

  /** Never shows the password. */
  @Override
  public String toString() {
    return url.toString();
  }
}
