package io.foodsafety.subject;

import io.foodsafety.model.issue.IssueType;

/** Why a well-formed subject is refused. */
public final class SubjectIssues {

  /** A subject is registered under this id with other content. */
  public static final IssueType OTHER_SUBJECT =
      IssueType.error(
          "FS-SUBJECT-0101",
          "The subject ({id}) is already registered with other content in: {fields}.",
          "主体（{id}）已登记，且以下内容不同：{fields}。",
          "Say from when the new content holds, with validFrom.",
          "请用 validFrom 说明新内容的起始日期。");

  private SubjectIssues() {}
}
