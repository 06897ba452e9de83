package io.foodsafety.spi.region;

import io.foodsafety.model.internal.Checks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** A pack among the resources of a jar. */
record ClassPathPack(String id, Class<?> anchor) implements RegionPack {

  ClassPathPack {
    Checks.id("region pack id", id);
    Objects.requireNonNull(anchor, "anchor");
  }

  @Override
  public InputStream open(String name) throws IOException {
    InputStream stream = anchor.getResourceAsStream(folder() + name);
    if (stream == null) {
      throw new NoSuchFileException(folder() + name);
    }
    return stream;
  }

  @Override
  public String location() {
    return id;
  }

  private String folder() {
    return "/META-INF/foodsafety/" + id + "/";
  }
}
