package io.foodsafety.testkit.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.model.geo.CoordinateSystem;
import io.foodsafety.model.report.Cell;
import io.foodsafety.model.report.Report;
import io.foodsafety.model.report.ReportTables;
import io.foodsafety.model.report.TableBlock;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.config.ConfigKey;
import io.foodsafety.spi.report.ReportRenderer;
import io.foodsafety.testkit.BrokenRules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every wrong renderer is caught by the rule that it breaks, and a right one by none. */
class WrongRenderersTest {

  private static ReportRenderer tried;

  /** The contract against the renderer that is tried; run by this test only. */
  static class TriedContract extends ReportRendererContract {
    @Override
    protected ReportRenderer renderer() {
      return tried;
    }
  }

  /** Writes every cell on a line of its own, as it should. */
  private static class Plain implements ReportRenderer {
    @Override
    public String name() {
      return "plain";
    }

    @Override
    public String mediaType() {
      return "text/plain";
    }

    @Override
    public String fileExtension() {
      return "txt";
    }

    @Override
    public void render(Report report, Config config, OutputStream out) throws IOException {
      for (TableBlock table : ReportTables.of(report, CoordinateSystem.WGS84)) {
        out.write(table.title().getBytes(UTF_8));
        try (Stream<List<Cell>> rows = table.rows().stream()) {
          for (List<Cell> row : rows.toList()) {
            out.write((row + "\n").getBytes(UTF_8));
          }
        }
      }
    }
  }

  @Test
  void aRightRendererBreaksNoRule() {
    assertThat(broken(new Plain())).isEmpty();
  }

  @Test
  void aBadNameIsCaught() {
    assertThat(
            broken(
                new Plain() {
                  @Override
                  public String name() {
                    return "Plain Text";
                  }
                }))
        .containsExactly("saysWhatItIs");
  }

  @Test
  void aSettingWithoutADefaultIsCaught() {
    assertThat(
            broken(
                new Plain() {
                  @Override
                  public List<ConfigKey<?>> configKeys() {
                    return List.of(ConfigKey.text("key"));
                  }
                }))
        .contains("explainsItsSettings");
  }

  @Test
  void whatDependsOnTheTimeIsCaught() {
    assertThat(
            broken(
                new Plain() {
                  @Override
                  public void render(Report report, Config config, OutputStream out)
                      throws IOException {
                    super.render(report, config, out);
                    out.write(Long.toString(System.nanoTime()).getBytes(UTF_8));
                  }
                }))
        .containsExactly("givesTheSameBytes");
  }

  @Test
  void aClosedStreamIsCaught() {
    assertThat(
            broken(
                new Plain() {
                  @Override
                  public void render(Report report, Config config, OutputStream out)
                      throws IOException {
                    super.render(report, config, out);
                    out.close();
                  }
                }))
        .containsExactly("leavesTheStreamOpen");
  }

  @Test
  void rowsLeftOpenAreCaught() {
    assertThat(
            broken(
                new Plain() {
                  @Override
                  public void render(Report report, Config config, OutputStream out)
                      throws IOException {
                    for (TableBlock table : ReportTables.of(report, CoordinateSystem.WGS84)) {
                      out.write(table.rows().stream().toList().toString().getBytes(UTF_8));
                    }
                  }
                }))
        .containsExactly("closesTheRows");
  }

  @Test
  void swallowedFaultsAreCaught() {
    assertThat(
            broken(
                new Plain() {
                  @Override
                  public void render(Report report, Config config, OutputStream out) {
                    ByteArrayOutputStream written = new ByteArrayOutputStream();
                    try {
                      super.render(report, config, written);
                      out.write(written.toByteArray());
                    } catch (IOException | IllegalArgumentException e) {
                      written.reset();
                    }
                  }
                }))
        .containsExactlyInAnyOrder("refusesAWrongRow", "passesFaultsOn");
  }

  /** The rules that a renderer breaks. */
  private static List<String> broken(ReportRenderer renderer) {
    tried = renderer;
    return BrokenRules.methods(TriedContract.class);
  }
}
