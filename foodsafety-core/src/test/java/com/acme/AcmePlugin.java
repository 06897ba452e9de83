package com.acme;

import io.foodsafety.model.report.Report;
import io.foodsafety.spi.FoodSafetyPlugin;
import io.foodsafety.spi.PluginDescriptor;
import io.foodsafety.spi.SpiVersion;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import io.foodsafety.spi.format.RecordFormat;
import io.foodsafety.spi.format.RecordSink;
import io.foodsafety.spi.report.ReportRenderer;
import io.foodsafety.spi.storage.Storage;
import io.foodsafety.spi.storage.StorageCapability;
import io.foodsafety.spi.storage.StorageException;
import io.foodsafety.spi.storage.StorageProvider;
import io.foodsafety.spi.storage.StorageSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** A plug-in that works, and others that do not. */
public class AcmePlugin implements FoodSafetyPlugin {

  /** Offers the storage {@code acme} and the format {@code sheet}. */
  public AcmePlugin() {}

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of("acme", "1.0.0", SpiVersion.of(0, 1));
  }

  @Override
  public List<StorageProvider> storageProviders() {
    return List.of(new Offered("acme"));
  }

  @Override
  public List<RecordFormat> recordFormats() {
    return List.of(new Sheet("sheet"));
  }

  /** Another class with the same id. */
  public static final class SameId implements FoodSafetyPlugin {
    @Override
    public PluginDescriptor descriptor() {
      return PluginDescriptor.of("acme", "2.0.0", SpiVersion.of(0, 1));
    }
  }

  /** Another id with the same offers. */
  public static final class Rival implements FoodSafetyPlugin {
    @Override
    public PluginDescriptor descriptor() {
      return PluginDescriptor.of("rival", "1.0.0", SpiVersion.of(0, 1));
    }

    @Override
    public List<StorageProvider> storageProviders() {
      return List.of(new Offered("acme"));
    }

    @Override
    public List<RecordFormat> recordFormats() {
      return List.of(new Sheet("sheet"));
    }
  }

  /** Offers a report renderer under a name that core has, too. */
  public static final class OtherCsv implements FoodSafetyPlugin {
    @Override
    public PluginDescriptor descriptor() {
      return PluginDescriptor.of("other-csv", "1.0.0", SpiVersion.of(0, 1));
    }

    @Override
    public List<ReportRenderer> reportRenderers() {
      return List.of(new Csv());
    }
  }

  private static final class Csv implements ReportRenderer {
    @Override
    public String name() {
      return "csv";
    }

    @Override
    public String mediaType() {
      return "text/csv";
    }

    @Override
    public String fileExtension() {
      return "csv";
    }

    @Override
    public void render(Report report, Config config, OutputStream out) throws IOException {
      out.write(report.id().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Cannot be constructed. */
  public static final class Throwing implements FoodSafetyPlugin {
    /** Throws. */
    public Throwing() {
      throw new IllegalStateException("no licence file");
    }

    @Override
    public PluginDescriptor descriptor() {
      return PluginDescriptor.of("throwing", "1.0.0", SpiVersion.of(0, 1));
    }
  }

  /** Has an id that is not well-formed. */
  public static final class BadDescriptor implements FoodSafetyPlugin {
    @Override
    public PluginDescriptor descriptor() {
      return PluginDescriptor.of("Not An Id", "1.0.0", SpiVersion.of(0, 1));
    }
  }

  /** Was made for a later host. */
  public static final class Future implements FoodSafetyPlugin {
    @Override
    public PluginDescriptor descriptor() {
      return PluginDescriptor.of("future", "1.0.0", SpiVersion.of(0, 9));
    }
  }

  /** Pretends to be part of the library. */
  public static final class Reserved implements FoodSafetyPlugin {
    @Override
    public PluginDescriptor descriptor() {
      return PluginDescriptor.of("foodsafety-acme", "1.0.0", SpiVersion.of(0, 1));
    }
  }

  /** Throws when asked for storages, and offers a format with a bad name. */
  public static final class BadOffers implements FoodSafetyPlugin {
    @Override
    public PluginDescriptor descriptor() {
      return PluginDescriptor.of("bad-offers", "1.0.0", SpiVersion.of(0, 1));
    }

    @Override
    public List<StorageProvider> storageProviders() {
      throw new UnsupportedOperationException("not today");
    }

    @Override
    public List<RecordFormat> recordFormats() {
      return List.of(new Sheet("Sheet 2"));
    }
  }

  /** Fails with an error. */
  public static final class Fatal implements FoodSafetyPlugin {
    @Override
    public PluginDescriptor descriptor() {
      throw new AssertionError("broken beyond repair");
    }
  }

  /** A storage that never opens. */
  public record Offered(String name) implements StorageProvider {

    private static final ConfigKey<String> URL = ConfigKey.text("url");
    private static final ConfigKey<Integer> POOL = ConfigKey.integer("pool", 1, 9).withDefault(2);
    private static final ConfigKey<Integer> PIN = ConfigKey.integer("pin", 0, 9999).asSensitive();

    @Override
    public List<ConfigKey<?>> configKeys() {
      return List.of(URL, POOL, PIN);
    }

    @Override
    public Set<StorageCapability> capabilities(Config config) {
      return Set.of();
    }

    @Override
    public Storage open(StorageSchema schema, Config config) {
      throw new StorageException("The server at " + config.get(URL) + " does not answer.");
    }
  }

  /** A format that claims what begins with a hash sign. */
  public record Sheet(String name) implements RecordFormat {
    @Override
    public boolean sniff(byte[] head) {
      return head.length > 0 && head[0] == '#';
    }

    @Override
    public void read(InputStream in, String source, RecordSink sink) {}
  }
}
