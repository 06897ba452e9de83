package io.foodsafety.examples.cli;

import io.foodsafety.model.issue.IssueType;
import io.foodsafety.model.issue.Location;
import java.util.List;

/** What can be wrong with a call of the command line. */
final class CliIssues {

  /** The call itself is wrong. */
  static final IssueType USAGE =
      IssueType.error(
          "FS-CLI-0001",
          "{detail}",
          "{detail}",
          "The option --help lists what there is.",
          "用 --help 查看用法。");

  /** The program, or what it depends on, failed. */
  static final IssueType INTERNAL =
      IssueType.error(
          "FS-CLI-0002",
          "The run ended because of a fault: {cause}.",
          "运行因故障中止：{cause}。",
          "The option --debug shows where.",
          "用 --debug 查看详细位置。");

  /** A kind of fact was named that is not declared. */
  static final IssueType UNKNOWN_KIND =
      IssueType.error(
          "FS-CLI-0003",
          "The kind of fact ({kind}) is not declared.",
          "事实类别（{kind}）未声明。",
          "There are: {known}.",
          "已声明的有：{known}。");

  private CliIssues() {}

  /** Ends the run because the call is wrong. */
  static ProblemException usage(String detail) {
    return new ProblemException(
        List.of(USAGE.at(Location.unknown()).with("detail", detail).build()));
  }
}
