package io.foodsafety.docs;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.TypeVariable;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The public and protected types and members of a module's exported packages, a line for each. */
final class Signatures {

  private Signatures() {}

  /** The lines of the module that a class was compiled in, sorted. */
  static List<String> ofModule(Class<?> member) throws IOException {
    Path place = place(member);
    if (Files.isDirectory(place)) {
      return ofModule(place);
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      return ofModule(jar.getPath("/"));
    }
  }

  private static List<String> ofModule(Path classes) {
    List<String> lines = new ArrayList<>();
    for (Exports each : descriptor(classes).exports()) {
      if (!each.isQualified()) {
        typesIn(classes, each.source()).forEach(type -> lines.addAll(of(type)));
      }
    }
    return lines.stream().sorted().distinct().toList();
  }

  /** The folder or the jar that a class was loaded from. */
  private static Path place(Class<?> member) {
    try {
      return Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ModuleDescriptor descriptor(Path classes) {
    try (InputStream in = Files.newInputStream(classes.resolve("module-info.class"))) {
      return ModuleDescriptor.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Class<?>> typesIn(Path classes, String name) {
    try (Stream<Path> files = Files.list(classes.resolve(name.replace('.', '/')))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
          .<Class<?>>map(file -> load(name + "." + file.substring(0, file.length() - 6)))
          .filter(Signatures::isReachable)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, Signatures.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a type, and every type around it, is seen from outside. */
  private static boolean isReachable(Class<?> type) {
    return isSeen(type.getModifiers())
        && !type.isAnonymousClass()
        && !type.isLocalClass()
        && (type.getEnclosingClass() == null || isReachable(type.getEnclosingClass()));
  }

  private static boolean isSeen(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  /** A line for the type and one for each of its members that are seen from outside. */
  static List<String> of(Class<?> type) {
    String owner = type.getTypeName();
    TreeSet<String> lines = new TreeSet<>();
    lines.add(owner + ": " + header(type));
    for (Field each : type.getDeclaredFields()) {
      if (isSeen(each.getModifiers()) && !each.isSynthetic()) {
        lines.add(owner + ": " + field(each));
      }
    }
    for (Constructor<?> each : type.getDeclaredConstructors()) {
      if (isSeen(each.getModifiers()) && !each.isSynthetic()) {
        lines.add(owner + ": " + modifiers(each) + "<init>" + parameters(each));
      }
    }
    for (Method each : type.getDeclaredMethods()) {
      if (isSeen(each.getModifiers()) && !each.isSynthetic()) {
        lines.add(owner + ": " + method(each));
      }
    }
    return List.copyOf(lines);
  }

  private static String header(Class<?> type) {
    StringBuilder line = new StringBuilder(deprecation(type));
    // Whether an enum is final, abstract or sealed depends on the bodies of its constants.
    int hidden = Modifier.INTERFACE | Modifier.STATIC;
    hidden |= type.isEnum() ? Modifier.FINAL | Modifier.ABSTRACT : 0;
    boolean sealed = type.isSealed() && !type.isEnum();
    line.append(Modifier.toString(type.getModifiers() & ~hidden));
    line.append(sealed ? " sealed " : " ").append(kind(type));
    line.append(typeParameters(type.getTypeParameters()));
    if (!type.isInterface() && type.getSuperclass() != null) {
      line.append(" extends ").append(TypeNames.of(type.getGenericSuperclass()));
    }
    if (type.getInterfaces().length > 0) {
      line.append(type.isInterface() ? " extends " : " implements ");
      line.append(
          Arrays.stream(type.getGenericInterfaces()).map(TypeNames::of).collect(joining(", ")));
    }
    if (type.isRecord()) {
      line.append(
          Arrays.stream(type.getRecordComponents())
              .map(each -> typeOf(each.getAnnotatedType()) + " " + each.getName())
              .collect(joining(", ", " (", ")")));
    }
    if (sealed) {
      line.append(" permits ");
      line.append(
          Arrays.stream(type.getPermittedSubclasses())
              .map(Class::getTypeName)
              .sorted()
              .collect(joining(", ")));
    }
    return line.toString();
  }

  private static String kind(Class<?> type) {
    if (type.isAnnotation()) {
      return "@interface";
    }
    if (type.isInterface()) {
      return "interface";
    }
    return type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
  }

  private static String field(Field field) {
    return deprecation(field)
        + Modifier.toString(field.getModifiers())
        + " "
        + typeOf(field.getAnnotatedType())
        + " "
        + field.getName();
  }

  private static String method(Method method) {
    return modifiers(method)
        + (method.isDefault() ? "default " : "")
        + typeParameters(method.getTypeParameters())
        + (method.getTypeParameters().length > 0 ? " " : "")
        + typeOf(method.getAnnotatedReturnType())
        + " "
        + method.getName()
        + parameters(method);
  }

  private static String modifiers(Executable executable) {
    // What a caller does not notice is left out.
    int seen =
        executable.getModifiers()
            & (Modifier.PUBLIC
                | Modifier.PROTECTED
                | Modifier.STATIC
                | Modifier.ABSTRACT
                | Modifier.FINAL);
    return deprecation(executable) + Modifier.toString(seen) + " ";
  }

  private static String parameters(Executable executable) {
    AnnotatedType[] types = executable.getAnnotatedParameterTypes();
    Parameter[] parameters = executable.getParameters();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      names.add(typeOf(types[i]) + (parameters[i].isVarArgs() ? " ..." : ""));
    }
    String thrown =
        Arrays.stream(executable.getGenericExceptionTypes())
            .map(TypeNames::of)
            .sorted()
            .collect(joining(", "));
    return "(" + String.join(", ", names) + ")" + (thrown.isEmpty() ? "" : " throws " + thrown);
  }

  private static String typeOf(AnnotatedType type) {
    return (type.isAnnotationPresent(Nullable.class) ? "@Nullable " : "")
        + TypeNames.of(type.getType());
  }

  private static String typeParameters(TypeVariable<?>[] variables) {
    return variables.length == 0
        ? ""
        : Arrays.stream(variables).map(TypeNames::declared).collect(joining(", ", "<", ">"));
  }

  private static String deprecation(AnnotatedElement element) {
    return element.isAnnotationPresent(Deprecated.class) ? "@Deprecated " : "";
  }
}
