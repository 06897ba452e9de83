package io.foodsafety.docs;

import io.foodsafety.model.issue.IssueType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** All issue types that the core declares, and the page that explains them. */
final class DocumentedErrorCodes {

  /**
   * An issue type and the constant that holds it.
   *
   * @param owner the class that declares it
   * @param constant the name of the constant
   * @param type the issue type
   */
  record Declared(Class<?> owner, String constant, IssueType type) {

    String code() {
      return type.code();
    }
  }

  private DocumentedErrorCodes() {}

  /** Every constant of type {@link IssueType} in the main classes of the core, by code. */
  static List<Declared> scan() {
    List<Declared> declared = new ArrayList<>();
    Path classes = mainClasses();
    try (Stream<Path> files = Files.walk(classes)) {
      files
          .filter(file -> file.toString().endsWith("Issues.class"))
          .map(file -> nameOf(classes.relativize(file)))
          .forEach(name -> declared.addAll(constantsOf(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    declared.sort(Comparator.comparing(Declared::code));
    return declared;
  }

  /** The folder of compiled main classes. */
  static Path mainClasses() {
    try {
      return Path.of(
          io.foodsafety.runtime.StartupIssues.class
              .getProtectionDomain()
              .getCodeSource()
              .getLocation()
              .toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String nameOf(Path classFile) {
    String path = classFile.toString().replace(classFile.getFileSystem().getSeparator(), ".");
    return path.substring(0, path.length() - ".class".length());
  }

  private static List<Declared> constantsOf(String className) {
    List<Declared> constants = new ArrayList<>();
    try {
      Class<?> owner = Class.forName(className);
      for (Field field : owner.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers()) && field.getType() == IssueType.class) {
          field.setAccessible(true);
          constants.add(new Declared(owner, field.getName(), (IssueType) field.get(null)));
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(className, e);
    }
    return constants;
  }

  /** The page, from the declarations alone. */
  static String page(List<Declared> all) {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    Class<?> owner = null;
    for (Declared each : all) {
      if (each.owner() != owner) {
        owner = each.owner();
        page.append("\n## ").append(areaOf(each)).append(" — `");
        page.append(owner.getName()).append("`\n");
      }
      append(page, each);
    }
    return page.toString();
  }

  /** The code without its number. */
  static String areaOf(Declared each) {
    return each.code().substring(0, each.code().lastIndexOf('-'));
  }

  private static void append(StringBuilder page, Declared each) {
    IssueType type = each.type();
    page.append("\n### ").append(each.code()).append("\n\n");
    page.append("`").append(each.constant()).append("`, ");
    page.append(type.severity().name().toLowerCase(Locale.ROOT)).append("\n\n");
    appendTexts(page, type, Locale.ENGLISH, "Remedy: ");
    appendTexts(page, type, Locale.CHINESE, "处置：");
  }

  private static void appendTexts(
      StringBuilder page, IssueType type, Locale locale, String remedyLabel) {
    page.append("* ").append(escape(type.messageTemplate(locale))).append("\\\n  ");
    page.append(remedyLabel).append(escape(type.remedyTemplate(locale))).append("\n");
  }

  /** Keeps Markdown from reading a template as markup. */
  private static String escape(String text) {
    return text.replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_");
  }

  private static final String INTRODUCTION =
      """
      # Issue codes

      Every problem that the library reports has a code that never changes its meaning. A message is one line:
      place, code, what is wrong, what to do about it. `{names}` are slots that the issue fills. An *error* refuses
      the record, document or setting; a *warning* does not. This page holds the codes of `foodsafety-core`; the command
      line adds a few of its own (FS-CLI), and so may a plug-in.

      每个问题都有一个含义固定的代码。一行消息依次为：位置、代码、问题、处置。`{名称}` 为由具体问题填写的内容。
      *error* 表示拒收该记录、文件或设置；*warning* 仅作提示。本页列出 `foodsafety-core` 的全部代码；命令行另有少量自己的代码（FS-CLI），
      插件亦可如此。

      <!-- Generated from the declared constants; do not edit. To write it anew, from the root:
           mvn -B -ntp test -pl foodsafety-core -am -Dtest=ErrorCodesDocumentedTest -Dsurefire.failIfNoSpecifiedTests=false -Dfoodsafety.docs.write=true -->
      """;
}
