package io.foodsafety.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.spi.FoodSafetyPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The exported API is what {@code docs/signatures} says; no change of it goes unnoticed. */
class SignaturesTest {

  private static final String REMEDY =
      """

      The exported API of %s is not that of docs/signatures/%1$s.txt.
      Gone or changed, which breaks whoever compiled against it:
        %s
      New, which breaks whoever implements it if it is abstract, or a constant of an enum or a permitted type:
        %s
      If this is meant, say so in CHANGELOG.md, and write the files anew from the root:
      mvn -B -ntp test -pl foodsafety-core -am -Dtest=SignaturesTest -Dsurefire.failIfNoSpecifiedTests=false -Dfoodsafety.docs.write=true
      """;

  static Stream<Arguments> modules() {
    return Stream.of(
        arguments("foodsafety-spi", FoodSafetyPlugin.class),
        arguments("foodsafety-core", FoodSafety.class));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modules")
  void exportedApiIsTheCommittedOne(String module, Class<?> member) throws IOException {
    Path file = Path.of(System.getProperty("foodsafety.root"), "docs/signatures", module + ".txt");
    List<String> found = Signatures.ofModule(member);
    assertThat(found).as("There is an API at all.").hasSizeGreaterThan(100);
    if (Boolean.getBoolean("foodsafety.docs.write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, String.join("\n", found) + "\n", UTF_8);
    }
    List<String> committed = Files.readAllLines(file, UTF_8);

    assertThat(found).withFailMessage(() -> remedy(module, committed, found)).isEqualTo(committed);
  }

  private static String remedy(String module, List<String> committed, List<String> found) {
    return REMEDY.formatted(module, without(committed, found), without(found, committed));
  }

  private static String without(List<String> lines, List<String> others) {
    List<String> rest = lines.stream().filter(line -> !others.contains(line)).toList();
    return rest.isEmpty() ? "nothing" : String.join("\n  ", rest);
  }

  @Test
  void theRemedyNamesWhatIsGoneAndWhatIsNew() {
    assertThat(remedy("foodsafety-spi", List.of("a", "b"), List.of("b", "c")))
        .contains("compiled against it:\n  a\n")
        .contains("permitted type:\n  c\n")
        .contains("-Dfoodsafety.docs.write=true");
  }

  /** One of each kind of member. */
  @SuppressWarnings("unused")
  public abstract static class Sample<T extends Comparable<? super T>> implements Supplier<T[]> {
    public static final int NUMBER = 1;
    protected @Nullable String name;
    private int hidden;

    protected Sample(List<? extends T> values, int... more) throws IOException {}

    Sample() {}

    @Deprecated
    public final <E extends Exception> @Nullable T find(T[] among) throws E {
      return null;
    }

    protected abstract void open();

    void local() {}
  }

  /** A sealed type with a record. */
  public sealed interface Shape {
    default int corners() {
      return 0;
    }

    record Polygon(int corners, @Nullable String name) implements Shape {}
  }

  @Test
  void everyMemberThatIsSeenFromOutsideIsALine() {
    String owner = Sample.class.getName() + ": ";
    assertThat(Signatures.of(Sample.class))
        .containsExactly(
            owner
                + "@Deprecated public final <E extends java.lang.Exception> @Nullable T find(T[]) throws E",
            owner
                + "protected <init>(java.util.List<? extends T>, int[] ...) throws java.io.IOException",
            owner + "protected @Nullable java.lang.String name",
            owner + "protected abstract void open()",
            owner
                + "public abstract class<T extends java.lang.Comparable<? super T>>"
                + " extends java.lang.Object implements java.util.function.Supplier<T[]>",
            owner + "public static final int NUMBER");
  }

  @Test
  void sealedTypesAndRecordsSayWhatTheyHold() {
    String shape = Shape.class.getName();
    assertThat(Signatures.of(Shape.class))
        .containsExactly(
            shape + ": public abstract sealed interface permits " + shape + "$Polygon",
            shape + ": public default int corners()");
    assertThat(Signatures.of(Shape.Polygon.class))
        .contains(
            shape + "$Polygon: public <init>(int, @Nullable java.lang.String)",
            shape
                + "$Polygon: public final record extends java.lang.Record implements "
                + shape
                + " (int corners, @Nullable java.lang.String name)");
  }
}
