package io.foodsafety.examples.cli;

import io.foodsafety.trace.TraceFinding;
import java.io.IOException;
import java.util.List;

/** Findings for people, a line each. */
final class FindingLines {

  private FindingLines() {}

  static void show(List<TraceFinding> findings, Run run) throws IOException {
    for (TraceFinding finding : findings) {
      run.result().line(finding.code() + "  " + finding.toIssue().message(run.locale()));
    }
  }
}
