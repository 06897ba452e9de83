package io.foodsafety.spi;

/**
 * The version of the extension points. A plug-in works with a host of the same major version and at
 * least its minor version.
 *
 * @param major changes when a plug-in must change
 * @param minor grows when something is added
 */
public record SpiVersion(int major, int minor) {

  /** Checks that neither part is negative. */
  public SpiVersion {
    if (major < 0 || minor < 0) {
      throw new IllegalArgumentException(
          "The spi version (%d.%d) must not be negative.".formatted(major, minor));
    }
  }

  /**
   * A version.
   *
   * @param major changes when a plug-in must change
   * @param minor grows when something is added
   * @return the version
   * @throws IllegalArgumentException if one is negative
   */
  public static SpiVersion of(int major, int minor) {
    return new SpiVersion(major, minor);
  }

  /** {@return the version of this library. A plug-in names its own version, not this} */
  public static SpiVersion current() {
    return new SpiVersion(0, 1);
  }

  /**
   * Whether a plug-in made for this version works with a host.
   *
   * @param host the host's version
   * @return true if the majors are equal and the minor is not above the host's
   */
  public boolean worksWith(SpiVersion host) {
    return major == host.major && minor <= host.minor;
  }

  /** {@return such as {@code 0.1}} */
  @Override
  public String toString() {
    return major + "." + minor;
  }
}
