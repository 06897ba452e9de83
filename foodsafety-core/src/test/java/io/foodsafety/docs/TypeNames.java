package io.foodsafety.docs;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;

/** Generic types as text, the same on every JDK. */
final class TypeNames {

  private TypeNames() {}

  static String of(Type type) {
    if (type instanceof Class<?> plain) {
      return plain.getTypeName();
    }
    if (type instanceof ParameterizedType parameterized) {
      return of(parameterized.getRawType())
          + Arrays.stream(parameterized.getActualTypeArguments())
              .map(TypeNames::of)
              .collect(joining(", ", "<", ">"));
    }
    if (type instanceof GenericArrayType array) {
      return of(array.getGenericComponentType()) + "[]";
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard(wildcard);
    }
    return type.getTypeName();
  }

  /** A type variable with its bounds, as where it is declared. */
  static String declared(TypeVariable<?> variable) {
    String bounds = bounds(variable.getBounds());
    return variable.getName() + (bounds.isEmpty() ? "" : " extends " + bounds);
  }

  private static String wildcard(WildcardType wildcard) {
    if (wildcard.getLowerBounds().length > 0) {
      return "? super " + of(wildcard.getLowerBounds()[0]);
    }
    String bounds = bounds(wildcard.getUpperBounds());
    return bounds.isEmpty() ? "?" : "? extends " + bounds;
  }

  private static String bounds(Type[] bounds) {
    return Arrays.stream(bounds)
        .filter(bound -> !bound.equals(Object.class))
        .map(TypeNames::of)
        .collect(joining(" & "));
  }
}
