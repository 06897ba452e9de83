package io.foodsafety.runtime;

import io.foodsafety.spi.FoodSafetyPlugin;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Packs classes of {@code com.acme} into jars, and loads them from there only. */
final class PluginJars {

  private static final String HIDDEN = "com.acme.";
  private static final String SERVICE = "META-INF/services/" + FoodSafetyPlugin.class.getName();

  private final Path folder;

  PluginJars(Path folder) {
    this.folder = folder;
  }

  /**
   * A jar with the class {@code AcmePlugin} and all inside it, whose service file has these lines.
   */
  Path jar(String name, String... serviceLines) {
    Path jar = folder.resolve(name);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry(SERVICE));
      out.write(String.join("\n", serviceLines).getBytes(StandardCharsets.UTF_8));
      for (Class<?> type : classes()) {
        String path = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(path));
        try (InputStream in = type.getClassLoader().getResourceAsStream(path)) {
          Objects.requireNonNull(in).transferTo(out);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jar;
  }

  private static List<Class<?>> classes() {
    List<Class<?>> all = new ArrayList<>(List.of(com.acme.AcmePlugin.class));
    all.addAll(Arrays.asList(com.acme.AcmePlugin.class.getDeclaredClasses()));
    return all;
  }

  /** A class loader of these jars, in this order. */
  static ClassLoader loader(Path... jars) {
    URL[] urls = Arrays.stream(jars).map(PluginJars::url).toArray(URL[]::new);
    return new URLClassLoader(urls, new WithoutAcme());
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Knows what the test knows, except the plug-ins and what names them. */
  private static final class WithoutAcme extends ClassLoader {
    WithoutAcme() {
      super(PluginJars.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith(HIDDEN)) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }

    @Override
    public java.util.Enumeration<URL> getResources(String name) throws IOException {
      return name.equals(SERVICE) ? Collections.emptyEnumeration() : super.getResources(name);
    }
  }
}
