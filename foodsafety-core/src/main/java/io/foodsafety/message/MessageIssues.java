package io.foodsafety.message;

import io.foodsafety.model.issue.IssueType;

/** What can be wrong with the messages of a city. */
public final class MessageIssues {

  /** The messaging does not take the messages that wait. */
  public static final IssueType NOT_SENT =
      IssueType.warning(
          "FS-MSG-0001",
          "The messages waiting for topic ({topic}) were not sent: {cause}.",
          "主题（{topic}）的待发消息未能发出：{cause}。",
          "They stay in order and are sent by a later advance, once the messaging can be reached.",
          "消息按原顺序保留；消息系统恢复后，下一次推进时发出。");

  private MessageIssues() {}
}
