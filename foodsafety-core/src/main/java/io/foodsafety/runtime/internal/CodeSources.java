package io.foodsafety.runtime.internal;

import io.foodsafety.spi.FoodSafetyPlugin;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where classes and service files came from, as a person would name it: jar, directory or module.
 */
final class CodeSources {

  private static final String SERVICE_FILE =
      "META-INF/services/" + FoodSafetyPlugin.class.getName();

  private CodeSources() {}

  static String of(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      String module = type.getModule().getName();
      return module == null ? "?" : module;
    }
    return name(source.getLocation());
  }

  /** The jars whose service file names a class; empty if none can be found. */
  static String ofServiceFilesNaming(ClassLoader loader, String type) {
    Set<String> sources = new TreeSet<>();
    for (URL file : serviceFiles(loader)) {
      if (lines(file).stream().anyMatch(line -> line.replaceAll("#.*", "").strip().equals(type))) {
        String text = file.toString();
        sources.add(jar(text.substring(0, text.length() - SERVICE_FILE.length())));
      }
    }
    return String.join(", ", sources);
  }

  private static List<URL> serviceFiles(ClassLoader loader) {
    try {
      return Collections.list(loader.getResources(SERVICE_FILE));
    } catch (IOException e) {
      return List.of();
    }
  }

  private static List<String> lines(URL file) {
    try (InputStream in = file.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      return new ArrayList<>();
    }
  }

  private static String jar(String base) {
    String inner = base.startsWith("jar:") ? base.substring("jar:".length()) : base;
    return inner.replaceFirst("^file:(//)?", "").replaceFirst("(!/|/)$", "");
  }

  private static String name(URL location) {
    try {
      return location.getProtocol().equals("file")
          ? Path.of(location.toURI()).toString()
          : location.toString();
    } catch (URISyntaxException e) {
      return location.toString();
    }
  }
}
