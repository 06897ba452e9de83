package io.foodsafety.storage.jdbc;

import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.spi.FoodSafetyPlugin;
import io.foodsafety.spi.PluginDescriptor;
import io.foodsafety.spi.SpiVersion;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageCapability;
import io.foodsafety.spi.storage.StorageProvider;
import io.foodsafety.spi.storage.StorageSchema;
import io.foodsafety.storage.jdbc.internal.JdbcStorageProvider;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A JVM that imports a city, and prints a line before each transaction. */
final class ImportingChild implements FoodSafetyPlugin, StorageProvider {

  static final String BEGUN = "begun";

  private final JdbcStorageProvider provider = new JdbcStorageProvider();

  private ImportingChild() {}

  /** {@code URL ARCHIVE [USER]}. */
  public static void main(String[] arguments) {
    Map<String, String> settings = new HashMap<>(Map.of("url", arguments[0], "pool", "2"));
    if (arguments.length > 2) {
      settings.put("user", arguments[2]);
    }
    FoodSafety.builder()
        .withoutDiscovery()
        .plugin(new ImportingChild())
        .storage("jdbc", settings)
        .importing(Path.of(arguments[1]))
        .build()
        .close();
  }

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of("importing-child", "1", SpiVersion.of(0, 1));
  }

  @Override
  public List<StorageProvider> storageProviders() {
    return List.of(this);
  }

  @Override
  public String name() {
    return provider.name();
  }

  @Override
  public List<ConfigKey<?>> configKeys() {
    return provider.configKeys();
  }

  @Override
  public Set<StorageCapability> capabilities(Config config) {
    return provider.capabilities(config);
  }

  @Override
  public Storage open(StorageSchema schema, Config config) {
    Storage storage = provider.open(schema, config);
    return (Storage)
        Proxy.newProxyInstance(
            ImportingChild.class.getClassLoader(),
            new Class<?>[] {Storage.class},
            (proxy, method, arguments) -> announced(storage, method, arguments));
  }

  private static Object announced(Storage storage, Method method, Object[] arguments)
      throws Throwable {
    if (method.getName().equals("write")) {
      System.out.println(BEGUN);
    }
    try {
      return method.invoke(storage, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
