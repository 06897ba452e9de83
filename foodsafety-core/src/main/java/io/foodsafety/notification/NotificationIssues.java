package io.foodsafety.notification;

import io.foodsafety.model.issue.IssueType;

/** What can keep people from being told. No issue holds a text or an address. */
public final class NotificationIssues {

  /** Nobody holds the role. */
  public static final IssueType NOBODY =
      IssueType.warning(
          "FS-NOTE-0001",
          "Nobody is known who is ({audience}), to be told of notification ({notification}).",
          "通知（{notification}）的接收对象（{audience}）没有任何人员。",
          "Name somebody in the recipient directory; the next stage is told at once, and the last one at a later advance.",
          "请在接收人目录中登记人员；系统会立即转到下一级，最后一级则在后续推进时重试。");

  /** The directory fails. */
  public static final IssueType DIRECTORY_FAILED =
      IssueType.warning(
          "FS-NOTE-0002",
          "The recipient directory fails for notification ({notification}): {cause}.",
          "查询通知（{notification}）的接收人目录失败：{cause}。",
          "Mend it; a later advance asks again.",
          "请修复目录；后续推进时会再次查询。");

  /** A notice was not accepted. */
  public static final IssueType NOT_DELIVERED =
      IssueType.warning(
          "FS-NOTE-0003",
          "A notice of notification ({notification}) to ({recipient}) was not accepted by channel ({channel}): {cause}.",
          "通知（{notification}）发给（{recipient}）的消息未被通道（{channel}）接受：{cause}。",
          "It is tried again, at growing intervals up to an hour, for two days.",
          "系统将以逐渐加长（最长一小时）的间隔重试两天。");

  /** A notice will not be delivered. */
  public static final IssueType UNDELIVERABLE =
      IssueType.warning(
          "FS-NOTE-0004",
          "A notice of notification ({notification}) to ({recipient}) through channel ({channel}) is not tried any more: {cause}.",
          "通知（{notification}）经通道（{channel}）发给（{recipient}）的消息不再重试：{cause}。",
          "Tell the person in another way, or mend the address; reminder and escalation take their course.",
          "请另行告知本人或更正地址；提醒与升级照常进行。");

  /** A notification takes a channel that is not there. */
  public static final IssueType UNKNOWN_CHANNEL =
      IssueType.error(
          "FS-NOTE-0005",
          "The notification ({notification}) takes channel ({channel}), which the city does not have.",
          "通知（{notification}）使用的通道（{channel}）在本城市不存在。",
          "Open it with channel(…) of the builder. Nearest: {nearest}.",
          "请用构建器的 channel(…) 打开该通道。相近的有：{nearest}。");

  /** Another notification has the id. */
  public static final IssueType OTHER_CONTENT =
      IssueType.error(
          "FS-NOTE-0006",
          "Another notification is stored under the id ({notification}).",
          "标识（{notification}）下已存有内容不同的通知。",
          "Give each notification an id of its own.",
          "请为每条通知使用各自的标识。");

  private NotificationIssues() {}
}
