package io.foodsafety.spi;

import io.foodsafety.model.internal.Checks;
import java.util.Objects;
import java.util.regex.Pattern;

/** Who a plug-in is. Immutable. */
public final class PluginDescriptor {

  /** Ids with this beginning belong to this project. */
  public static final String RESERVED_PREFIX = "foodsafety-";

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,62}");

  private final String id;
  private final String version;
  private final SpiVersion spiVersion;

  private PluginDescriptor(String id, String version, SpiVersion spiVersion) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "The plug-in id (%s) must match %s.".formatted(Checks.abbreviate(id), ID));
    }
    this.id = id;
    this.version = Checks.id("plug-in version", version);
    this.spiVersion = Objects.requireNonNull(spiVersion, "spiVersion");
  }

  /**
   * A descriptor.
   *
   * @param id {@code [a-z][a-z0-9-]{1,62}}, unique; {@code foodsafety-} is reserved
   * @param version the plug-in's own version
   * @param spiVersion the version of the extension points it was made for
   * @return the descriptor
   * @throws IllegalArgumentException if the id or the version is not well-formed
   */
  public static PluginDescriptor of(String id, String version, SpiVersion spiVersion) {
    return new PluginDescriptor(id, version, spiVersion);
  }

  /** {@return the id} */
  public String id() {
    return id;
  }

  /** {@return the plug-in's own version} */
  public String version() {
    return version;
  }

  /** {@return the version of the extension points it was made for} */
  public SpiVersion spiVersion() {
    return spiVersion;
  }

  /** {@return id and version} */
  @Override
  public String toString() {
    return id + " " + version;
  }
}
