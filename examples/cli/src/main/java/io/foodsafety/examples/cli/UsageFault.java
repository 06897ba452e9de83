package io.foodsafety.examples.cli;

import io.foodsafety.model.issue.Issue;
import java.time.LocalDate;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in both languages what picocli found wrong with a call. */
final class UsageFault {

  private UsageFault() {}

  static Issue of(ParameterException e) {
    String english = String.valueOf(e.getMessage());
    return CliIssues.usageIssue(
        english.endsWith(".") ? english : english + ".", chinese(e, english) + "。");
  }

  private static String chinese(ParameterException e, String english) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return "不认识的参数：" + String.join(" ", unmatched.getUnmatched());
    }
    if (e instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return "缺少："
          + missing.getMissing().stream()
              .map(UsageFault::name)
              .distinct()
              .collect(Collectors.joining("、"));
    }
    ArgSpec argument = e.getArgSpec();
    if (argument != null && e.getValue() != null) {
      String wrong = name(argument) + " 的值（" + e.getValue() + "）有误";
      return argument.type() == LocalDate.class ? wrong + "，须为日期，例如 2024-12-31" : wrong;
    }
    return "命令用法有误（" + english + "）";
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
