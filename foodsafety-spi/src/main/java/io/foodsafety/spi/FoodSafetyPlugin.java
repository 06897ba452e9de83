package io.foodsafety.spi;

import io.foodsafety.spi.crypto.CryptoProvider;
import io.foodsafety.spi.crypto.KeyProvider;
import io.foodsafety.spi.document.DocumentRenderer;
import io.foodsafety.spi.format.RecordFormat;
import io.foodsafety.spi.messaging.MessagingProvider;
import io.foodsafety.spi.notification.NotificationChannelProvider;
import io.foodsafety.spi.region.RegionPack;
import io.foodsafety.spi.report.ReportRenderer;
import io.foodsafety.spi.storage.StorageProvider;
import java.util.List;

/**
 * The root of every plug-in. Implement it in a public class with a public constructor without
 * arguments, and name the class in {@code META-INF/services} (and in {@code module-info}). A method
 * for an extension point returns nothing until it is overridden, so that a new point breaks nobody.
 */
public interface FoodSafetyPlugin {

  /** {@return who this plug-in is; the same at every call} */
  PluginDescriptor descriptor();

  /** {@return the kinds of storage it offers} */
  default List<StorageProvider> storageProviders() {
    return List.of();
  }

  /** {@return the kinds of messaging it offers} */
  default List<MessagingProvider> messagingProviders() {
    return List.of();
  }

  /** {@return the channels to people it offers} */
  default List<NotificationChannelProvider> notificationChannels() {
    return List.of();
  }

  /** {@return the record formats it offers} */
  default List<RecordFormat> recordFormats() {
    return List.of();
  }

  /** {@return the region packs it offers} */
  default List<RegionPack> regionPacks() {
    return List.of();
  }

  /** {@return the report renderers it offers} */
  default List<ReportRenderer> reportRenderers() {
    return List.of();
  }

  /** {@return the document renderers it offers} */
  default List<DocumentRenderer> documentRenderers() {
    return List.of();
  }

  /** {@return the suites of hash function and cipher it offers} */
  default List<CryptoProvider> cryptoProviders() {
    return List.of();
  }

  /** {@return the places of keys it offers} */
  default List<KeyProvider> keyProviders() {
    return List.of();
  }
}
