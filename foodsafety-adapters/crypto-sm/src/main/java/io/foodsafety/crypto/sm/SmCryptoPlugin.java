package io.foodsafety.crypto.sm;

import io.foodsafety.spi.FoodSafetyPlugin;
import io.foodsafety.spi.PluginDescriptor;
import io.foodsafety.spi.SpiVersion;
import io.foodsafety.spi.crypto.CryptoProvider;
import java.util.List;

/** Offers the suite {@code sm}. */
public final class SmCryptoPlugin implements FoodSafetyPlugin {

  /** For the class loader. */
  public SmCryptoPlugin() {}

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of("foodsafety-crypto-sm", "0.1.0", SpiVersion.of(0, 1));
  }

  @Override
  public List<CryptoProvider> cryptoProviders() {
    return List.of(new SmCrypto());
  }
}
