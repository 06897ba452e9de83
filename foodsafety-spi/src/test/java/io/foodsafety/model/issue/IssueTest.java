package io.foodsafety.model.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An issue is one line, whatever the input has put into names of files, members and values. */
class IssueTest {

  private static final IssueType TYPE =
      IssueType.error(
          "FS-TEST-0001", "The member ({name}) is unknown.", "未知成员（{name}）。", "Remove it.", "请删除。");

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\u0000", "\u000b", "\u0085", "\u2028", "\u2029", "\ud800"})
  void staysOneLine(String broken) {
    Location place = new Location("a" + broken + ".json", 3, "/b" + broken + "c");
    Issue issue = TYPE.at(place).with("name", "b" + broken + "c").build();
    assertThat(issue.toLine(Locale.ENGLISH))
        .isEqualTo(
            "a\ufffd.json:3 /b\ufffdc: FS-TEST-0001 The member (b\ufffdc) is unknown. Remove it.");
    assertThat(issue.location()).as("the place itself is kept").isEqualTo(place);
  }

  @ParameterizedTest
  @ValueSource(ints = {199, 200, 201})
  void cutsLongValues(int length) {
    String value = "\ud83c\udf5c".repeat(length);
    Issue issue = TYPE.at(Location.unknown()).with("name", value).build();
    assertThat(issue.attributes().get("name"))
        .isEqualTo(length <= 200 ? value : "\ud83c\udf5c".repeat(200) + "…");
  }
}
