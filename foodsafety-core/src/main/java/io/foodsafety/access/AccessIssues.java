package io.foodsafety.access;

import io.foodsafety.model.issue.IssueType;

/** What can be wrong with sealed attributes. */
public final class AccessIssues {

  /** A value is to be sealed and there is no key. */
  public static final IssueType NO_KEYS =
      IssueType.error(
          "FS-ACC-0001",
          "The attributes ({attributes}) of kind ({kind}) are to be sealed, and the city has no keys.",
          "类别（{kind}）的属性（{attributes}）须加密封存，但本城未配置密钥。",
          "Open the city with keys.",
          "请在打开时配置密钥。");

  private AccessIssues() {}
}
