package io.foodsafety.runtime.internal;

import io.foodsafety.access.internal.KeyFileProvider;
import io.foodsafety.access.internal.StandardCrypto;
import io.foodsafety.notification.internal.LogChannelProvider;
import io.foodsafety.notification.internal.WebhookChannelProvider;
import io.foodsafety.record.NdjsonFormat;
import io.foodsafety.report.internal.CsvRenderer;
import io.foodsafety.report.internal.GeoJsonRenderer;
import io.foodsafety.report.internal.JsonRenderer;
import io.foodsafety.runtime.internal.inprocess.InProcessProvider;
import io.foodsafety.runtime.internal.memory.MemoryStorageProvider;
import io.foodsafety.spi.FoodSafetyPlugin;
import io.foodsafety.spi.PluginDescriptor;
import io.foodsafety.spi.SpiVersion;
import io.foodsafety.spi.crypto.CryptoProvider;
import io.foodsafety.spi.crypto.KeyProvider;
import io.foodsafety.spi.format.RecordFormat;
import io.foodsafety.spi.messaging.MessagingProvider;
import io.foodsafety.spi.notification.NotificationChannelProvider;
import io.foodsafety.spi.report.ReportRenderer;
import io.foodsafety.spi.storage.StorageProvider;
import java.util.List;

/**
 * What is in the box: storage in memory, messaging in process, notices to the log and to a webhook,
 * keys in a file, SHA-256 and AES-256-GCM, NDJSON, reports as JSON, GeoJSON and CSV.
 */
final class CorePlugin implements FoodSafetyPlugin {

  static final String ID = "foodsafety-core";

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of(ID, "0.1.0", SpiVersion.current());
  }

  @Override
  public List<StorageProvider> storageProviders() {
    return List.of(new MemoryStorageProvider());
  }

  @Override
  public List<MessagingProvider> messagingProviders() {
    return List.of(new InProcessProvider());
  }

  @Override
  public List<NotificationChannelProvider> notificationChannels() {
    return List.of(new LogChannelProvider(), new WebhookChannelProvider());
  }

  @Override
  public List<CryptoProvider> cryptoProviders() {
    return List.of(new StandardCrypto());
  }

  @Override
  public List<KeyProvider> keyProviders() {
    return List.of(new KeyFileProvider());
  }

  @Override
  public List<RecordFormat> recordFormats() {
    return List.of(new NdjsonFormat());
  }

  @Override
  public List<ReportRenderer> reportRenderers() {
    return List.of(new CsvRenderer(), new GeoJsonRenderer(), new JsonRenderer());
  }
}
