package io.foodsafety.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

  private final List<String> lines = new ArrayList<>();

  @Test
  void chineseCharactersTakeTwoColumns() throws IOException {
    try (Table table = new Table(List.of("名", "X"), lines::add)) {
      table.row(List.of("食品厂", "1"));
      table.row(List.of("cafe\u0301", "2"));
      table.row(List.of("Ａ😀", "3"));
    }

    assertThat(lines).containsExactly("名      X", "食品厂  1", "cafe\u0301    2", "Ａ😀    3");
  }

  @Test
  void whatWouldMoveTheCursorIsReplaced() throws IOException {
    try (Table table = new Table(List.of("A"), lines::add)) {
      table.row(List.of("x\u001B[2J\ny"));
    }

    assertThat(lines).containsExactly("A", "x\uFFFD[2J\uFFFDy");
  }

  @Test
  void aLongTableIsWrittenAsItComes() throws IOException {
    Table table = new Table(List.of("A", "B"), lines::add);
    for (int i = 0; i < 600; i++) {
      table.row(List.of("x", "y"));
    }
    assertThat(lines).hasSize(601);
    table.row(List.of("much longer", "y"));
    table.close();

    assertThat(lines.get(601)).isEqualTo("much longer  y");
  }
}
