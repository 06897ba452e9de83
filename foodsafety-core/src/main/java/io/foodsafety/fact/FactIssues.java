package io.foodsafety.fact;

import io.foodsafety.model.issue.IssueType;

/** Why a well-formed fact or withdrawal is refused. */
public final class FactIssues {

  /** A fact is known under this id with other content. */
  public static final IssueType OTHER_FACT =
      IssueType.error(
          "FS-FACT-0101",
          "The fact ({id}) is already recorded with other content in: {fields}.",
          "事实（{id}）已记录，且以下内容不同：{fields}。",
          "Facts are never edited: withdraw it and record a new one under a new id.",
          "事实不可修改：请撤回原事实，并用新标识记录。");

  /** A withdrawal is known under this id with other content. */
  public static final IssueType OTHER_WITHDRAWAL =
      IssueType.error(
          "FS-FACT-0102",
          "The withdrawal ({id}) is already recorded with other content in: {fields}.",
          "撤回（{id}）已记录，且以下内容不同：{fields}。",
          "Record it under a new id.",
          "请使用新的标识。");

  /** The fact to be withdrawn is not recorded. */
  public static final IssueType UNKNOWN_TARGET =
      IssueType.error(
          "FS-FACT-0103",
          "The withdrawal ({id}) names the fact ({target}), which is not recorded.",
          "撤回（{id}）所指的事实（{target}）未记录。",
          "Record the fact first, or correct the target.",
          "请先记录该事实，或更正所指标识。");

  private FactIssues() {}
}
