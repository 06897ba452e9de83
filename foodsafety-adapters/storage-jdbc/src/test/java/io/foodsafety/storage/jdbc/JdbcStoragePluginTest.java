package io.foodsafety.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.spi.FoodSafetyPlugin;
import io.foodsafety.spi.SpiVersion;
import io.foodsafety.spi.storage.StorageProvider;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class JdbcStoragePluginTest {

  @Test
  void isFoundAndOffersJdbc() {
    assertThat(ServiceLoader.load(FoodSafetyPlugin.class))
        .filteredOn(plugin -> plugin instanceof JdbcStoragePlugin)
        .singleElement()
        .satisfies(
            plugin -> {
              assertThat(plugin.descriptor().id()).isEqualTo("foodsafety-storage-jdbc");
              assertThat(plugin.descriptor().spiVersion().worksWith(SpiVersion.current())).isTrue();
              assertThat(plugin.storageProviders())
                  .extracting(StorageProvider::name)
                  .containsExactly("jdbc");
            });
  }
}
