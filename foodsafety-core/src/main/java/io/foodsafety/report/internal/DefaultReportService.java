package io.foodsafety.report.internal;

import io.foodsafety.model.report.Report;
import io.foodsafety.record.internal.NearestNames;
import io.foodsafety.report.ReportService;
import io.foodsafety.spi.config.Config;
import io.foodsafety.spi.report.ReportRenderer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Chooses the renderer and checks its settings. */
public final class DefaultReportService implements ReportService {

  private final Map<String, ReportRenderer> renderers;

  /** A service with the renderers by name. */
  public DefaultReportService(Map<String, ReportRenderer> renderers) {
    this.renderers = new TreeMap<>(renderers);
  }

  @Override
  public List<ReportRenderer> listRenderers() {
    return List.copyOf(renderers.values());
  }

  @Override
  public Optional<ReportRenderer> findRenderer(String name) {
    return Optional.ofNullable(renderers.get(name));
  }

  @Override
  public void render(Report report, String renderer, Map<String, String> settings, OutputStream out)
      throws IOException {
    ReportRenderer chosen =
        findRenderer(renderer)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "There is no report renderer (%s). Maybe %s?"
                            .formatted(renderer, NearestNames.of(renderer, renderers.keySet()))));
    chosen.render(report, Config.parse(chosen.configKeys(), settings), out);
  }
}
