package io.foodsafety.examples.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.foodsafety.examples.cli.Reactor.Module;
import java.lang.module.ModuleDescriptor.Exports;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The layers of the build. A module is a layer; an arrow is "may depend on".
 *
 * <pre>
 *   benchmarks ──▶ everything
 *   examples   ──▶ exported packages of everything below
 *   adapters   ──▶ spi                    (a few named ones: more, see {@link #MORE_THAN_SPI})
 *   core       ──▶ spi, Guava, Jackson, Hibernate Validator, SLF4J
 *   spi        ──▶ the JDK, JSpecify, the Jakarta Validation API
 * </pre>
 *
 * <p>A new adapter is covered as soon as it is built: without a line here it may depend on spi
 * only.
 */
class LayersArchTest {

  private static final String SPI = "foodsafety-spi";
  private static final String CORE = "foodsafety-core";
  private static final String ADAPTERS = "foodsafety-adapters/";
  private static final String EXAMPLES = "examples/";
  private static final String BENCHMARKS = "benchmarks";

  /** Adapters that may depend on more than spi, and on what. */
  private static final Map<String, Set<String>> MORE_THAN_SPI =
      Map.of(
          "foodsafety-adapters/testkit-rules", Set.of(CORE, "foodsafety-adapters/testkit"),
          "foodsafety-adapters/scale-spark", Set.of(CORE),
          "foodsafety-adapters/spring-boot-starter", Set.of(CORE));

  private static final List<Module> MODULES = Reactor.modules();

  private static final Map<String, Optional<Set<String>>> EXPORTED =
      MODULES.stream().collect(toUnmodifiableMap(Module::path, LayersArchTest::exportsOf));

  /** Found once for each class: the rules ask for every use of it. */
  private static final Map<JavaClass, String> MODULE_OF = new HashMap<>();

  private static JavaClasses classes;

  @BeforeAll
  static void importClasses() {
    assertThat(Reactor.missing()).isEmpty();
    classes = new ClassFileImporter().importPaths(MODULES.stream().map(Module::classes).toList());
  }

  @Test
  void modulesDependDownwardsOnly() {
    LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (Module module : MODULES) {
      layers = layers.optionalLayer(module.path()).definedBy(in(module.path()));
    }
    for (Module module : MODULES) {
      Set<String> below = mayDependOn(module.path());
      layers =
          below.isEmpty()
              ? layers.whereLayer(module.path()).mayNotAccessAnyLayer()
              : layers.whereLayer(module.path()).mayOnlyAccessLayers(below.toArray(String[]::new));
    }
    layers.check(classes);
  }

  @Test
  void spiNeedsNothingButTheJdkAndTwoApis() {
    classes()
        .that(in(SPI))
        .should()
        .onlyDependOnClassesThat(
            in(SPI).or(resideInAnyPackage("java..", "org.jspecify..", "jakarta.validation..")))
        .check(classes);
  }

  @Test
  void coreNeedsItsNamedLibrariesOnly() {
    classes()
        .that(in(CORE))
        .should()
        .onlyDependOnClassesThat(
            in(SPI)
                .or(in(CORE))
                .or(
                    resideInAnyPackage(
                        "java..",
                        "javax.crypto..",
                        "org.jspecify..",
                        "jakarta.validation..",
                        "com.google.common..",
                        "com.fasterxml.jackson..",
                        "org.hibernate.validator..",
                        "org.slf4j..")))
        .check(classes);
  }

  @Test
  void internalPackagesAreUsedByTheirOwnModuleOnly() {
    classes()
        .that(not(in(BENCHMARKS))) // they measure what is inside
        .should(useForeignClassesOnlyIf("not internal", used -> !isInternal(used)))
        .check(classes);
  }

  @Test
  void examplesUseExportedPackagesOnly() {
    classes()
        .that(describe("are in an example", type -> moduleOf(type).startsWith(EXAMPLES)))
        .should(
            useForeignClassesOnlyIf(
                "in an exported package",
                used -> moduleOf(used).startsWith(EXAMPLES) || isExported(used)))
        .check(classes);
  }

  @Test
  void noPackageBelongsToTwoModules() {
    Map<String, Set<String>> modulesByPackage = new HashMap<>();
    for (JavaClass type : classes) {
      modulesByPackage
          .computeIfAbsent(type.getPackageName(), name -> new HashSet<>())
          .add(moduleOf(type));
    }
    assertThat(modulesByPackage).allSatisfy((name, owners) -> assertThat(owners).hasSize(1));
  }

  @Test
  void everythingIsNullMarked() {
    // NullAway looks at null-marked code only, and says nothing about the rest.
    Set<String> markedModules =
        MODULES.stream()
            .filter(Module::isNullMarked)
            .map(Module::path)
            .collect(toUnmodifiableSet());
    Set<String> unmarkedPackages =
        classes.stream()
            .filter(type -> !type.getSimpleName().equals("module-info"))
            .filter(type -> !type.getPackageName().endsWith(".jmh_generated"))
            .filter(type -> !markedModules.contains(moduleOf(type)))
            .filter(type -> !type.getPackage().isAnnotatedWith(NullMarked.class))
            .map(JavaClass::getPackageName)
            .collect(toUnmodifiableSet());
    assertThat(unmarkedPackages).isEmpty();
  }

  @Test
  void packagesOfSpiFormNoCycle() {
    slices().assignedFrom(packagesOf(SPI)).should().beFreeOfCycles().check(classes);
  }

  @Test
  void packagesOfCoreFormNoCycle() {
    slices()
        .assignedFrom(packagesOf(CORE))
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true) // a single package is no slice of anything
        .check(classes);
  }

  private static Set<String> mayDependOn(String module) {
    if (module.equals(SPI)) {
      return Set.of();
    }
    Set<String> below = new HashSet<>(Set.of(SPI));
    if (module.startsWith(ADAPTERS)) {
      below.addAll(MORE_THAN_SPI.getOrDefault(module, Set.of()));
    } else if (!module.equals(CORE)) {
      MODULES.stream().map(Module::path).filter(path -> !path.equals(module)).forEach(below::add);
    }
    below.retainAll(MODULES.stream().map(Module::path).toList());
    return below;
  }

  /** Classes of other modules of this build, of which only those with a property may be used. */
  private static ArchCondition<JavaClass> useForeignClassesOnlyIf(
      String description, Predicate<JavaClass> allowed) {
    return new ArchCondition<>("use classes of other modules only if they are " + description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          JavaClass used = dependency.getTargetClass();
          String owner = moduleOf(used);
          if (!owner.isEmpty() && !owner.equals(moduleOf(type)) && !allowed.test(used)) {
            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
          }
        }
      }
    };
  }

  /** Exported, or not internal where a module has no descriptor to say so. */
  private static boolean isExported(JavaClass type) {
    return EXPORTED
        .getOrDefault(moduleOf(type), Optional.empty())
        .map(packages -> packages.contains(type.getPackageName()))
        .orElse(!isInternal(type));
  }

  private static Optional<Set<String>> exportsOf(Module module) {
    return module
        .descriptor()
        .map(
            descriptor ->
                descriptor.exports().stream()
                    .filter(exports -> !exports.isQualified())
                    .map(Exports::source)
                    .collect(toUnmodifiableSet()));
  }

  /** Each package is a slice, together with the internal packages below it. */
  private static SliceAssignment packagesOf(String module) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return moduleOf(type).equals(module)
            ? SliceIdentifier.of(type.getPackageName().replaceFirst("\\.internal(\\..*)?$", ""))
            : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return "the packages of " + module;
      }
    };
  }

  private static boolean isInternal(JavaClass type) {
    return (type.getPackageName() + ".").contains(".internal.");
  }

  private static DescribedPredicate<JavaClass> in(String module) {
    return describe("in " + module, type -> moduleOf(type).equals(module));
  }

  /** The module that a class was compiled in; empty for a class from outside this build. */
  private static String moduleOf(JavaClass type) {
    return MODULE_OF.computeIfAbsent(type.getBaseComponentType(), LayersArchTest::findModule);
  }

  private static String findModule(JavaClass type) {
    String uri = type.getSource().map(source -> source.getUri().toString()).orElse("");
    return MODULES.stream()
        .filter(module -> uri.startsWith(module.classes().toUri().toString()))
        .map(Module::path)
        .findFirst()
        .orElse("");
  }
}
