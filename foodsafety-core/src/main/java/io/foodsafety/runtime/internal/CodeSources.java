package io.foodsafety.runtime.internal;

import io.foodsafety.spi.FoodSafetyPlugin;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where classes and service files came from, as a person would name it: jar, directory or module.
 */
final class CodeSources {

  /** The file that names the plug-ins of a jar. */
  static final String SERVICE_FILE = "META-INF/services/" + FoodSafetyPlugin.class.getName();

  private static final Pattern URL_OF_SERVICE_FILE =
      Pattern.compile("(\\S+)" + Pattern.quote(SERVICE_FILE));

  private CodeSources() {}

  static String of(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      String module = type.getModule().getName();
      return module == null ? "?" : module;
    }
    return name(source.getLocation().toString());
  }

  /** The jars whose service file names a class; empty if none can be found. */
  static SortedSet<String> ofServiceFilesNaming(ClassLoader loader, String type) {
    SortedSet<String> sources = new TreeSet<>();
    for (URL file : serviceFiles(loader)) {
      if (lines(file).stream().anyMatch(line -> line.replaceAll("#.*", "").strip().equals(type))) {
        String text = file.toString();
        sources.add(jar(text.substring(0, text.length() - SERVICE_FILE.length())));
      }
    }
    return sources;
  }

  /** The jar whose service file a message of the service loader speaks of; empty if it does not. */
  static String ofUrlIn(String message) {
    Matcher url = URL_OF_SERVICE_FILE.matcher(message);
    return url.find() ? jar(String.valueOf(url.group(1))) : "";
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
    String inner = base.replaceFirst("^jar:", "").replaceFirst("(!/|/)$", "");
    return name(inner);
  }

  /** A file as its path, anything else as it is. */
  private static String name(String location) {
    if (location.startsWith("file:")) {
      try {
        return Path.of(URI.create(location)).toString();
      } catch (IllegalArgumentException e) {
        return location;
      }
    }
    return location;
  }
}
